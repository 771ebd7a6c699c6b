"""Runs under a Python that knows ``uno``: the office's side of the wire, without an extension.

Call: ``python office_side.py PIPE FOLDER-OF-metodist_office [WORKER-COMMAND…]``. Without a worker's command it answers
requests from standard input, one JSON message a line. With one it presses buttons: each line ``{"command", "book"}``
goes to the warm worker as the extension would send it, and the outcome is answered.
"""

import sys

sys.path.insert(0, sys.argv[2])

from metodist_office.cells import OfficeError
from metodist_office.codec import from_line, to_line
from metodist_office.server import Server
from metodist_office.uno_app import connect
from metodist_office.worker_process import WorkerProcess


def pressed(worker, server, message):
    if "kill" in message:
        worker.process.kill()
        worker.process.wait()
        return {"r": None}
    if "stop" in message:  # as if Esc were pressed at that step
        show = server.app.progress

        def progress(done, total, text):
            show(done, total, text)
            if done >= message["stop"]:
                server.app.stop()
            return show(done, total, text)

        server.app.progress = progress
    if "pid" in message:
        return {"r": worker.process.pid}
    try:
        return {"r": worker.run(server, message["command"], message["book"])}
    except OfficeError as error:
        return {"code": error.code, "values": error.values}


def main():
    server = Server(connect(sys.argv[1]))
    worker = WorkerProcess(sys.argv[4:], sys.argv[3]) if len(sys.argv) > 4 else None
    sys.stdout.buffer.write(to_line({"r": "ready"}))
    sys.stdout.buffer.flush()
    for line in iter(sys.stdin.buffer.readline, b""):
        message = from_line(line)
        answer = server.answer(message) if "o" in message else pressed(worker, server, message)
        sys.stdout.buffer.write(to_line(answer))
        sys.stdout.buffer.flush()
    if worker is not None:
        worker.stop()


main()
