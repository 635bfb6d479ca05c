import { describe, expect, it } from 'vitest';
import { ending, printed, runPython } from './run-python.ts';

describe('the examples of the article about ConnectionRefusedError', () => {
  it('prints that the server does not run, by socket', async () => {
    const result = await runPython(`import socket

try:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.connect(('localhost', 8080))  # محاولة الاتصال بخادم محلي
except ConnectionRefusedError:
    print("تم رفض الاتصال. تحقق مما إذا كان الخادم يعمل.")`);
    expect([printed(result), ending(result)]).toEqual(['تم رفض الاتصال. تحقق مما إذا كان الخادم يعمل.\n', 'completed']);
  });

  it('prints that the server does not run, by requests', async () => {
    const result = await runPython(`import requests

try:
    response = requests.get('http://localhost:8000')
except requests.ConnectionError:
    print("فشل الاتصال بالخادم. تحقق من أنه قيد التشغيل.")`);
    expect([printed(result), ending(result)]).toEqual(['فشل الاتصال بالخادم. تحقق من أنه قيد التشغيل.\n', 'completed']);
  });

  it('gets the error of Linux', async () => {
    const result = await runPython("import socket\nsocket.create_connection(('localhost', 8080))");
    expect(ending(result)).toBe('ConnectionRefusedError: [Errno 111] Connection refused');
    expect(result.end).toMatchObject({ error: { name: 'ConnectionRefusedError', line: 2 } });
  });

  it('gets the error of requests over urllib3, down to the number', async () => {
    const result = await runPython("import requests\nrequests.get('http://localhost:8000')");
    expect(ending(result)).toMatch(
      /^requests\.exceptions\.ConnectionError: HTTPConnectionPool\(host='localhost', port=8000\): Max retries exceeded with url: \/ \(Caused by NewConnectionError\(.*\[Errno 111\] Connection refused/,
    );
  });

  it('has requests as pip installs it', async () => {
    const code = `
import requests, certifi, os, importlib.metadata
print(requests.__version__, importlib.metadata.version('urllib3'), os.path.basename(certifi.where()), os.path.getsize(certifi.where()) > 10**5)
print(requests.compat.chardet.__name__)`;
    expect(printed(await runPython(code))).toBe('2.33.1 2.6.3 cacert.pem True\ncharset_normalizer\n');
  });
});
