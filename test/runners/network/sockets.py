# Runs programs of socket operations, and prints what each operation gave. `PROGRAMS` stands above, `PAUSE` too:
# seconds after each operation, in which the kernel of a real machine gets packets to the other end.
import select
import socket
import struct
import time


class Machine:
    def __init__(self):
        self.sockets, self.ports, self.text = {}, {}, 0

    def new(self, slot):
        if slot in self.sockets:
            self.sockets[slot].close()
        self.sockets[slot] = socket.socket()
        self.sockets[slot].settimeout(0.03)

    def bind(self, slot, other):
        self.sockets[slot].bind(('127.0.0.1', self.ports.get(other, 0)))
        self.note_port(slot)

    def listen(self, slot, backlog):
        self.sockets[slot].listen(backlog)
        self.note_port(slot)

    def note_port(self, slot):
        self.ports[slot] = self.sockets[slot].getsockname()[1]

    def accept(self, slot, other):
        connection, address = self.sockets[slot].accept()
        connection.settimeout(0.03)
        if other in self.sockets:
            self.sockets[other].close()
        self.sockets[other] = connection
        return address[0]

    def connect(self, slot, other):
        # Nobody listens on port 1.
        self.sockets[slot].connect(('127.0.0.1', self.ports.get(other, 1)))

    def connect_ex(self, slot, other):
        return self.sockets[slot].connect_ex(('127.0.0.1', self.ports.get(other, 1)))

    def send(self, slot, size):
        self.text += 1
        return self.sockets[slot].send((str(self.text % 10) * size).encode())

    def recv(self, slot, size):
        return self.sockets[slot].recv(size)

    def peek(self, slot, size):
        return self.sockets[slot].recv(size, socket.MSG_PEEK)

    def shutdown(self, slot, how):
        self.sockets[slot].shutdown(how)

    def close(self, slot):
        self.sockets[slot].close()

    def detach(self, slot):
        socket.close(self.sockets[slot].detach())

    def reset(self, slot):
        self.sockets[slot].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        self.sockets[slot].close()

    def reuse(self, slot):
        self.sockets[slot].setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    def wait(self, slot, timeout):
        self.sockets[slot].settimeout(timeout / 100)

    def error(self, slot):
        return self.sockets[slot].getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)

    def peer(self, slot):
        return self.sockets[slot].getpeername()[0]

    def name(self, slot):
        host, port = self.sockets[slot].getsockname()
        return host, port != 0

    def select(self):
        open_ones = {slot: each for slot, each in sorted(self.sockets.items()) if each.fileno() >= 0}
        found = select.select(open_ones.values(), open_ones.values(), [], 0)
        return [[slot for slot, each in open_ones.items() if each in ready] for ready in found[:2]]

    def poll(self):
        poll = select.poll()
        slots = {}
        for slot, each in self.sockets.items():
            if each.fileno() >= 0:
                poll.register(each, select.POLLIN | select.POLLOUT | select.POLLRDHUP)
                slots[each.fileno()] = slot
        return sorted((slots[descriptor], bits) for descriptor, bits in poll.poll(0))

    def end(self):
        for each in self.sockets.values():
            each.close()


for operations in PROGRAMS:  # noqa: F821
    machine = Machine()
    for name, *arguments in operations:
        try:
            result = getattr(machine, name)(*arguments)
        except KeyError:
            continue
        except OSError as error:
            result = f'{type(error).__name__}: {error}'
        print(name, *arguments, '->', result)
        time.sleep(PAUSE)  # noqa: F821
    machine.end()
    print('---')
