/** Where an error was thrown: the program's text in front of the place and after it. */
export interface Surroundings {
  readonly before: string;
  readonly behind: string;
}

/**
 * The name of what an error shows to be missing, if pages (or workers of pages) have it and Node does not: `document`,
 * `navigator.geolocation`. Undefined if a program that names it means something of its own.
 */
export function missingFromPage(
  { name, message }: { readonly name: string; readonly message: string },
  place: Surroundings,
): string | undefined {
  if (name === 'ReferenceError') {
    const missing = /^(\S+) is not defined$/.exec(message)?.[1];
    return missing !== undefined && isPageName(missing, place.behind) ? missing : undefined;
  }
  if (name !== 'TypeError') return undefined;
  if (/^Failed to parse URL from (?:\.{0,2}\/|[\w/-]+\.\w+$)/.test(message)) return relativeAddress;
  const method = /^(\w+)\.(\w+) is not a function$/.exec(message);
  if (method) return missingMember(method[1], method[2]);
  if (/^Cannot read properties of undefined /.test(message)) return missingOwner(place.before);
  // The place of an assignment is that of its sign.
  if (/^Cannot set properties of undefined /.test(message)) {
    return missingOwner(place.before.replace(/(?:\.\s*[^\s.[\]]+|\[[^\]]*\])\s*$/, '.'));
  }
  if (/ of 'localStorage' as it is undefined\.$|^localStorage is not iterable/.test(message)) return 'localStorage';
  return message.includes('undefined') ? /^[^\n]*?(?:[(,] *|\bin )(localStorage)\b/.exec(place.behind)?.[1] : undefined;
}

/** Stands for what a page would complete from its own address. */
export const relativeAddress = 'a relative address';

/** Whether pages have a global of this name. An everyday word counts only where it is used as that global is. */
function isPageName(name: string, behind: string): boolean {
  const use = everydayNames[name];
  // The place of `new Name()` is that of `new`.
  return use
    ? use.test(behind.slice(behind.indexOf(name) + name.length))
    : pageNames.has(name) || pageFamilies.test(name);
}

/** Of `owner.member`, if Node has the owner only. */
function missingMember(owner: string | undefined, member = ''): string | undefined {
  if (owner === 'globalThis' || owner === 'global') return isPageName(member, `${member}.`) ? member : undefined;
  return owner !== undefined && missingMembers[owner]?.has(member) ? `${owner}.${member}` : undefined;
}

/**
 * Of `navigator.geolocation.` or `localStorage[`, at the end of the text. Node has the name `localStorage`, without a
 * value.
 */
function missingOwner(before: string): string | undefined {
  const access = String.raw`\s*(?:\?\.|\.|\[)\s*$`;
  if (new RegExp(String.raw`(?<![\w$.])(?:globalThis\.)?localStorage${access}`).test(before)) return 'localStorage';
  const [, owner, member] = new RegExp(String.raw`(?<![\w$.])(\w+)\s*\.\s*(\w+)${access}`).exec(before) ?? [];
  return missingMember(owner, member);
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Globals of windows and of their workers that Node lacks, without those that are everyday words. */
const pageNames = words(`
  window self document location frameElement customElements indexedDB caches cookieStore
  alert confirm prompt matchMedia getComputedStyle getSelection createImageBitmap reportError
  addEventListener removeEventListener dispatchEvent postMessage importScripts
  requestAnimationFrame cancelAnimationFrame requestIdleCallback cancelIdleCallback webkitRequestAnimationFrame
  scrollTo scrollBy scrollX scrollY pageXOffset pageYOffset innerWidth innerHeight outerWidth outerHeight
  screenX screenY screenLeft screenTop moveTo moveBy resizeTo resizeBy devicePixelRatio visualViewport
  speechSynthesis trustedTypes launchQueue isSecureContext crossOriginIsolated clientInformation styleMedia
  showOpenFilePicker showSaveFilePicker showDirectoryPicker queryLocalFonts getScreenDetails documentPictureInPicture
  jQuery $ EventSource Worker SharedWorker Image Audio FileReader FileReaderSync FileList FormDataEvent
  DOMParser DOMImplementation DOMTokenList DOMStringMap DOMStringList DOMRect DOMRectReadOnly DOMPoint DOMMatrix DOMQuad
  XMLSerializer XMLDocument XPathResult XPathEvaluator XPathExpression XSLTProcessor NodeList NodeFilter NodeIterator TreeWalker
  NamedNodeMap Element Document DocumentFragment DocumentType CharacterData CDATASection ProcessingInstruction
  Window HTMLDocument ShadowRoot ElementInternals CustomElementRegistry MutationObserver MutationRecord IntersectionObserver
  IntersectionObserverEntry ResizeObserver ResizeObserverEntry ReportingObserver PressureObserver PerformanceTiming
  PerformanceNavigation PerformanceNavigationTiming PerformancePaintTiming LayoutShift LargestContentfulPaint
  Notification PushManager PushSubscription SyncManager BackgroundFetchManager
  CanvasRenderingContext2D CanvasGradient CanvasPattern OffscreenCanvas OffscreenCanvasRenderingContext2D Path2D
  ImageData ImageBitmap ImageCapture ImageDecoder TextMetrics FontFace FontFaceSet EyeDropper StyleSheet StyleSheetList
  StylePropertyMap DataTransfer DataTransferItem Clipboard ClipboardItem Geolocation GeolocationPosition
  GeolocationCoordinates GeolocationPositionError Permissions PermissionStatus ScreenOrientation BatteryManager
  NetworkInformation CacheStorage CookieStore StorageManager ValidityState TimeRanges TextTrack TextTrackCue
  MimeTypeArray PluginArray Gamepad GamepadButton WakeLock WakeLockSentinel IdleDetector IdleDeadline Credential
  CredentialsContainer PasswordCredential FederatedCredential PublicKeyCredential OTPCredential NavigateEvent
  Accelerometer Gyroscope AbsoluteOrientationSensor RelativeOrientationSensor GravitySensor LinearAccelerationSensor
  Worklet OfflineAudioContext BaseAudioContext OscillatorNode GainNode AnalyserNode BiquadFilterNode PannerNode
  SourceBuffer KeyframeEffect DocumentTimeline ScrollTimeline ViewTransition PictureInPictureWindow ReportBody
  FileSystemHandle FileSystemFileHandle FileSystemDirectoryHandle FileSystemWritableFileStream
  WebTransport WebSocketStream WorkerGlobalScope DedicatedWorkerGlobalScope SharedWorkerGlobalScope
  ServiceWorkerGlobalScope ActiveXObject
`);

const pageFamilies =
  /^(?:(?:HTML|MathML)\w*Element|(?:SVG|VTT|CSS|RTC|GPU|WebGL|MIDI|IDB|HID|USB|XR|Payment|Presentation|Speech|Bluetooth|Media|ServiceWorker|XMLHttpRequest|webkit|WebKit)\w*|HTML\w*Collection|(?:Video|Audio)[A-Z]\w*|(?:UI|Mouse|Pointer|Keyboard|Input|Focus|Wheel|Touch|Drag|Clipboard|Composition|Animation|Transition|Submit|Toggle|HashChange|PopState|PageTransition|BeforeUnload|Progress|PromiseRejection|Storage|Device(?:Motion|Orientation)|Gamepad|Extendable|Fetch|Push|Notification|Sync|Install|SecurityPolicyViolation|BeforeInstallPrompt)Event)$/;

/** What follows such a name where it is the page's global: a variable that was forgotten has these names, too. */
const everydayNames: Readonly<Record<string, RegExp>> = Object.assign(Object.create(null), {
  event:
    /^\??\.(?:preventDefault|stopPropagation|stopImmediatePropagation|target|currentTarget|key|keyCode|which|clientX|clientY|respondWith|waitUntil)\b/,
  history: /^\??\.(?:back|forward|go|pushState|replaceState|length|state|scrollRestoration)\b/,
  navigation: /^\.(?:navigate|currentEntry|entries|addEventListener|transition|canGoBack)\b/,
  frames: /^\[|^\.length\b/,
  clients: /^\.(?:claim|matchAll|openWindow|get)\b/,
  registration: /^\.(?:showNotification|pushManager|sync|scope|active|update|unregister)\b/,
  skipWaiting: /^\(\s*\)/,
  chrome: /^\.\w+\./,
  screen: /^\??\.(?:width|height|avail\w+|orientation|colorDepth|pixelDepth)\b/,
  parent: /^\??\.(?:document|location|postMessage|frames|window|parent|top)\b/,
  top: /^\??\.(?:document|location|postMessage|frames|window)\b/,
  opener: /^\??\.(?:document|location|postMessage|closed|focus)\b/,
  open: /^\(\s*['"`](?:https?:|about:|\.{0,2}\/)/,
  print: /^\(\s*\)/,
  close: /^\(\s*\)/,
  focus: /^\(\s*\)/,
  blur: /^\(\s*\)/,
  stop: /^\(\s*\)/,
  scroll: /^\(/,
  scheduler: /^\.(?:postTask|yield)\b/,
  Node: /^\.\w+_(?:NODE|POSITION|BY|CONTAINS)\b|^\.prototype\b/,
  Option: /^\(\s*['"`]/,
  Range: /^\(\s*\)|^\.START_/,
  Selection: /^\.prototype\b/,
  Text: /^\(\s*['"`]/,
  Comment: /^\(\s*['"`]/,
  Animation: /^\(\s*new KeyframeEffect\b/,
});

const missingMembers: Readonly<Record<string, ReadonlySet<string>>> = Object.assign(Object.create(null), {
  navigator: words(`
    geolocation clipboard serviceWorker mediaDevices permissions credentials connection storage wakeLock keyboard
    mediaSession mediaCapabilities presentation bluetooth serial usb hid xr gpu userActivation userAgentData plugins
    mimeTypes share canShare vibrate sendBeacon getBattery getGamepads getUserMedia webkitGetUserMedia javaEnabled
    requestMIDIAccess requestMediaKeySystemAccess registerProtocolHandler setAppBadge clearAppBadge virtualKeyboard
    windowControlsOverlay getInstalledRelatedApps vendor appVersion appName product
  `),
  performance: words('timing navigation memory eventCounts'),
});
