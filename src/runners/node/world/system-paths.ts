import { normalize, search, startsWith } from './builtins.ts';
import { workingFolder } from './protocol.ts';

/** What every Linux machine has and this world lacks: that it is missing here says nothing about Node. */
export function isSystemPath(path: string, use: 'read' | 'write'): boolean {
  const normal = normalize(path);
  // To compile the expressions takes longer than all else that Node does to find a program.
  if (startsWith(normal, workingFolder)) return false;
  return search(use === 'read' ? system : systemOrInside, normal) !== null && search(ownDevices, normal) === null;
}

const ownDevices = /^\/dev\/(?:null|stdin)$/;
const folders = String.raw`\/(?:bin|boot|dev|etc|lib|lib64|proc|root|run|sbin|sys|usr|var)`;
const system = new RegExp(
  [
    String.raw`^(?:${folders}|\/(?:usr|var)\/(?:bin|cache|include|lib|local|log|sbin|share|spool|src)|\/usr\/local\/(?:bin|lib|share))\/?$`,
    String.raw`^\/(?:proc|sys|dev)\/`,
    String.raw`^\/(?:usr\/)?bin\/(?:bash|cat|cp|env|ls|mv|rm|sh)$`,
    String.raw`^\/etc\/(?:environment|fstab|group|host\.conf|hostname|hosts|issue|localtime|machine-id|nsswitch\.conf|os-release|passwd|profile|protocols|resolv\.conf|services|shadow|shells|ssl|timezone)(?:\/|$)`,
  ].join('|'),
);
/** What is made there is refused because rights are missing, not a folder. */
const systemOrInside = new RegExp(`${system.source}|^${folders}\\/[^/]+$`);
