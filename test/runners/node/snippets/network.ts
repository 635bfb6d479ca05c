// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import type { Snippet } from './snippet.ts';

/** Servers and their clients. */
export const network: readonly Snippet[] = [
  {
    title: 'fetch of an address nobody listens on',
    extension: 'mjs',
    code: 'try { await fetch("http://127.0.0.1:59998"); } catch (e) { console.log(e.name, e.message, e.cause.message, e.cause.code); }\ntry { await fetch("http://127.0.0.1:9"); } catch (e) { console.log(e.message, e.cause.message); }\ntry { await fetch("nonsense"); } catch (e) { console.log(e.message, e.cause.code); }\nawait fetch("http://127.0.0.1:59999");',
  },
  {
    title: 'connecting where nobody listens',
    code: 'const net = require("net"), http = require("http");\nnet.connect(59999, "127.0.0.1").on("error", (e) => console.log(e)).on("close", (had) => console.log("closed", had));\nconst lookup = (host, options, done) => done(null, [{ address: "::1", family: 6 }, { address: "127.0.0.1", family: 4 }]);\nhttp.get({ host: "both", port: 59999, lookup }, () => {}).on("error", (e) => console.log(e.name, e.code, e.message, e.errors.map((x) => x.message)));\nrequire("https").get("https://127.0.0.1:59999").on("error", (e) => console.log(e.message));\nnet.connect("/no/such.sock").on("error", (e) => console.log(e.message));',
  },
  { title: 'an uncaught refusal', code: 'require("net").connect({ port: 59999, host: "127.0.0.1" });' },
  {
    title: 'a server and its client',
    code: 'const net = require("net");\nconst server = net.createServer((s) => { console.log("connection"); s.on("data", (d) => { console.log("server got", `${d}`); s.end("bye"); }); s.on("end", () => console.log("server end")); });\nserver.listen(0, "127.0.0.1", () => { const { address, family } = server.address(); console.log(address, family); const c = net.connect(server.address().port, "127.0.0.1", () => { console.log("connected", c.remoteAddress); c.write("hel"); c.write("lo"); }); c.on("data", (d) => console.log("client got", `${d}`)); c.on("end", () => console.log("client end")); c.on("close", (e) => { console.log("client close", e); server.close(() => console.log("server closed")); }); });',
  },
  {
    title: 'an HTTP server and its clients',
    extension: 'mjs',
    code: 'import http from "node:http";\nconst server = http.createServer((req, res) => { let body = ""; req.on("data", (d) => (body += d)); req.on("end", () => { res.writeHead(req.url === "/no" ? 404 : 200, { "content-type": "application/json" }); res.end(JSON.stringify({ method: req.method, url: req.url, body })); }); });\nawait new Promise((r) => server.listen(0, r));\nconst base = `http://localhost:${server.address().port}`;\nconst r = await fetch(base + "/a", { method: "POST", body: "x".repeat(100000) });\nconsole.log(r.status, r.headers.get("content-type"), (await r.json()).body.length);\nconst no = await fetch(base + "/no");\nconsole.log(no.ok, no.status, await no.text());\nhttp.get(base + "/b", (res) => { res.setEncoding("utf8"); res.on("data", (d) => console.log(d)); res.on("end", () => { console.log("end"); server.close(() => console.log("closed")); }); });',
  },
  {
    title: 'a server that hangs up',
    extension: 'mjs',
    code: 'import http from "node:http";\nconst server = http.createServer((req) => req.socket.destroy());\nawait new Promise((r) => server.listen(0, "127.0.0.1", r));\nconst { port } = server.address();\nawait new Promise((r) => http.get({ port, host: "127.0.0.1" }).on("error", (e) => { console.log(e.code, e.message); r(); }));\ntry { await fetch(`http://127.0.0.1:${port}`); } catch (e) { console.log(e.message, e.cause.message); }\nserver.close();',
  },
  {
    title: 'a request that times out',
    extension: 'mjs',
    code: 'import http from "node:http";\nconst server = http.createServer(() => {});\nawait new Promise((r) => server.listen(0, r));\nconst url = `http://localhost:${server.address().port}`;\ntry { await fetch(url, { signal: AbortSignal.timeout(50) }); } catch (e) { console.log(e.name, e.message); }\nconst c = new AbortController();\nsetTimeout(() => c.abort(), 10);\ntry { await fetch(url, { signal: c.signal }); } catch (e) { console.log(e.name, e.message); }\nconst req = http.get(url, { timeout: 30 });\nreq.on("timeout", () => { console.log("timeout"); req.destroy(new Error("too slow")); });\nreq.on("error", (e) => { console.log(e.message); server.closeAllConnections(); server.close(); });',
  },
  {
    title: 'a port that is taken',
    code: 'const net = require("net");\nconst a = net.createServer().listen(45871, () => { const b = net.createServer(); b.on("error", (e) => { console.log(e.code, e.message); a.close(); }); b.listen(45871); });',
  },
  {
    title: 'an uncaught EADDRINUSE',
    code: 'const http = require("http");\nhttp.createServer().listen(45872, "127.0.0.1", () => { http.createServer().listen(45872, "127.0.0.1"); });',
  },
  { title: 'a bad port', code: 'require("net").connect(70000);' },
  {
    title: 'dns of localhost',
    code: 'const dns = require("dns");\ndns.lookup("localhost", { family: 4 }, (...a) => console.log(...a));\ndns.promises.lookup("127.0.0.1").then(console.log);',
  },
  {
    title: 'a connection that is reset',
    code: "const net=require('net');\nconst s=net.createServer(c=>{c.resetAndDestroy()}).listen(45873,'127.0.0.1',()=>{\nconst c=net.connect(45873,'127.0.0.1');c.on('error',e=>console.log(e.message,e.code,e.syscall,e.errno));c.on('close',h=>{console.log('close',h);s.close()})});",
  },
  {
    title: 'an idle connection',
    code: "const net=require('net');\nconst s=net.createServer(c=>{c.on('error',e=>console.log('srv',e.code)); c.setTimeout(50,()=>{console.log('idle');c.destroy()})}).listen(0,'127.0.0.1',()=>{\nconst c=net.connect(s.address().port,'127.0.0.1');c.on('close',h=>{console.log('close',h);s.close()});c.on('end',()=>console.log('end'))});",
  },
  {
    title: 'connections that are kept alive',
    extension: 'mjs',
    code: "import http from 'node:http'; import {once} from 'node:events';\nconst agent=new http.Agent({keepAlive:true,maxSockets:1});\nconst s=http.createServer((q,r)=>{r.setHeader('x','y');r.write('part');setTimeout(()=>r.end(q.headers.host.split(':')[0]),10)}).listen(0,'127.0.0.1');await once(s,'listening');\nfor(let i=0;i<3;i++){const [res]=await once(http.get({port:s.address().port,host:'127.0.0.1',agent}),'response');let t='';for await(const d of res)t+=d;console.log(res.statusCode,t,res.headers.connection,res.headers['transfer-encoding'],res.httpVersion)}\nagent.destroy();s.close(()=>console.log('done'));",
  },
  {
    title: 'an error in a request handler',
    extension: 'mjs',
    code: "import http from 'node:http'; import {once} from 'node:events';\nconst s=http.createServer((q,r)=>{ throw new Error('in handler') }).listen(0,'127.0.0.1');await once(s,'listening');\nawait fetch('http://127.0.0.1:'+s.address().port);",
  },
  {
    title: 'a write of many megabytes',
    extension: 'mjs',
    code: "import net from 'node:net'; import {once} from 'node:events';\nconst big=Buffer.alloc(5e6,'a');\nconst s=net.createServer(async c=>{let n=0;for await(const d of c)n+=d.length;console.log('got',n);c.end();s.close()}).listen(0,'127.0.0.1');await once(s,'listening');\nconst c=net.connect(s.address().port,'127.0.0.1');await once(c,'connect');console.log(c.write(big));c.end(()=>console.log('flushed',c.bytesWritten));",
  },
  {
    title: 'a WebSocket where nobody listens',
    code: "const ws=new WebSocket('ws://127.0.0.1:59999');ws.onerror=e=>console.log(e.type,e.message,e.error?.message);ws.onclose=e=>console.log('close',e.code,e.wasClean);",
  },
  {
    title: 'a request body in pieces',
    extension: 'mjs',
    code: "import http from 'node:http';\nconst s=http.createServer((q,r)=>{q.pipe(r)}).listen(0,'127.0.0.1',()=>{\nconst req=http.request({port:s.address().port,host:'127.0.0.1',method:'POST'},res=>{res.on('data',d=>console.log(''+d));res.on('end',()=>s.close())});req.write('a');setTimeout(()=>{req.end('b')},20)});",
  },
  {
    title: 'HTTP/2 to a server of its own',
    code: 'const http2 = require("http2");\nconst server = http2.createServer();\nserver.on("stream", (stream) => { stream.respond({ ":status": 200 }); stream.end("أهلا"); });\nserver.listen(0, () => {\n  const client = http2.connect(`http://localhost:${server.address().port}`);\n  const request = client.request({ ":path": "/" }).setEncoding("utf8");\n  request.on("response", (headers) => console.log(headers[":status"]));\n  request.on("data", (text) => console.log(text));\n  request.on("end", () => { client.close(); server.close(); });\n});',
  },
];
