/** What articles on errors show: small programs that print, catch, and let errors through. None of them waits. */
export const pythonPrograms: readonly string[] = [
  'prices = {"tea": 4, "coffee": 7}\ntry:\n    print(prices["milk"])\nexcept KeyError as error:\n    print("no price for", error)\nprint(prices.get("milk", 0))',
  'def total(items):\n    return sum(items) / len(items)\n\nprint(total([3, 4, 5]))\nprint(total([]))',
  'age = input if False else "12 years"\ntry:\n    age = int(age)\nexcept ValueError as error:\n    print(type(error).__name__, error)\nelse:\n    print(age + 1)\nfinally:\n    print("done")',
  'import json\n\ntext = \'{"name": "Layla", "marks": [17, 19,]}\'\ntry:\n    json.loads(text)\nexcept json.JSONDecodeError as error:\n    print(error.msg, error.lineno, error.colno)\nprint(json.dumps({"name": "ليلى"}, ensure_ascii=False))',
  'class Account:\n    def __init__(self, owner, balance=0):\n        self.owner = owner\n        self.balance = balance\n\n    def withdraw(self, amount):\n        if amount > self.balance:\n            raise RuntimeError(f"{self.owner} has only {self.balance}")\n        self.balance -= amount\n\naccount = Account("Omar", 50)\naccount.withdraw(20)\nprint(account.balance)\naccount.withdraw(100)',
  'from pathlib import Path\n\ntry:\n    print(Path("settings.ini").read_text())\nexcept FileNotFoundError as error:\n    print(error)\nPath("settings.ini").write_text("[main]\\nlanguage = ar\\n")\nprint(Path("settings.ini").read_text())',
  'import asyncio\n\nasync def work(number):\n    await asyncio.sleep(0)\n    if number == 2:\n        raise ValueError(f"task {number}")\n    return number\n\nasync def main():\n    print(await asyncio.gather(*map(work, range(4)), return_exceptions=True))\n\nasyncio.run(main())',
  'from dataclasses import dataclass, field\nimport re\n\n@dataclass\nclass Book:\n    title: str\n    pages: int\n    tags: list[str] = field(default_factory=list)\n\nbooks = [Book("One", 90), Book("Two", 300, ["long"])]\nprint(books)\nprint(re.findall(r"(\\w+)@(\\w+)", "a@b c@d"))\nprint(sorted(books)[0])',
  'import socket\n\ntry:\n    socket.create_connection(("localhost", 8000), timeout=1)\nexcept ConnectionRefusedError as error:\n    print(error)',
  'words = ["apple", "pear", "fig"]\nfor index in range(4):\n    print(index, words[index].upper())',
];

/** Each of them imports a locked package, which is new to every world. */
export const packagePrograms: readonly string[] = [
  'import requests\n\ntry:\n    requests.get("http://localhost:8000", timeout=1)\nexcept requests.exceptions.ConnectionError as error:\n    print(type(error).__name__)',
  'import requests\n\nresponse = requests.Response()\nresponse.status_code = 404\nresponse.raise_for_status()',
];

export const nodePrograms: readonly string[] = [
  'const user = undefined;\ntry {\n  console.log(user.name);\n} catch (error) {\n  console.log(error.name, error.message);\n}\nconsole.log(user?.name ?? "nobody");',
  'function average(marks) {\n  return marks.reduce((sum, mark) => sum + mark) / marks.length;\n}\nconsole.log(average([3, 4, 5]));\nconsole.log(average([]));',
  'const text = \'{"name": "Layla", "marks": [17, 19,]}\';\ntry {\n  JSON.parse(text);\n} catch (error) {\n  console.error(String(error));\n}\nconsole.log({ name: "ليلى", marks: [17, 19], school: { city: "عمّان" } });',
  'class Account {\n  #balance = 0;\n  constructor(owner, balance) {\n    this.owner = owner;\n    this.#balance = balance;\n  }\n  withdraw(amount) {\n    if (amount > this.#balance) throw new RangeError(this.owner + " has only " + this.#balance);\n    this.#balance -= amount;\n    return this.#balance;\n  }\n}\nconst account = new Account("Omar", 50);\nconsole.log(account.withdraw(20), account);\naccount.withdraw(100);',
  'import { readFile, writeFile } from "node:fs/promises";\n\ntry {\n  await readFile("settings.ini", "utf8");\n} catch (error) {\n  console.log(error.code, error.message);\n}\nawait writeFile("settings.ini", "language = ar\\n");\nconsole.log(await readFile("settings.ini", "utf8"));',
  'const work = async (number) => {\n  if (number === 2) throw new Error("task " + number);\n  return number;\n};\nconst results = await Promise.allSettled([1, 2, 3].map(work));\nconsole.log(results.map(({ status }) => status));\nawait work(2);',
  'setTimeout(() => console.log("later"), 0);\nPromise.resolve().then(() => console.log("soon"));\nconsole.log("now");',
  'const words = ["apple", "pear", "fig"];\nfor (let index = 0; index < 4; index++) {\n  console.log(index, words[index].toUpperCase());\n}',
  'const pi = 3.14;\nconsole.log(pi.toFixed(1), Number("12 years"), [1, [2, [3, [4]]]], new Map([["a", 1]]));\npi = 3;',
  'import { connect } from "node:net";\n\nconnect(8000, "127.0.0.1").on("error", (error) => console.log(error.code, error.message));',
];
