"""The program: `libcareer` on the command line, or `python -m libcareer`."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Run the command line; `--version` alone answers before anything heavy is imported."""
    _open_streams()
    if sys.argv[1:] in (["--version"], ["-V"]):
        from libcareer import __version__

        try:
            print(f"libcareer {__version__}", flush=True)
        except OSError as error:
            # What could not be written now must not be tried again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(f"The answer cannot be written: {error.strerror}.")
        return
    from libcareer.errors import Ended

    try:
        _catch_signals()
        from libcareer.cli import app

        app(prog_name="libcareer")
    except Ended as ended:
        sys.exit(ended.code)
    except KeyboardInterrupt:
        # Before there is a command there is nothing to say.
        sys.exit(130)


def _catch_signals() -> None:
    """Let a program that is told to end put the terminal right first, as it does after Ctrl-C."""
    import signal

    from libcareer.errors import Ended

    def end(number: int, _: object) -> None:
        # Who says it twice means at once.
        signal.signal(number, signal.SIG_DFL)
        raise Ended(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # What our caller has us ignore, as nohup does, stays ignored.
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, end)


def _open_streams() -> None:
    """Make every stream usable: one that was closed by the caller reads as empty or swallows."""
    nowhere = Path(os.devnull)
    sys.stdin = sys.stdin or nowhere.open(encoding="utf-8")
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
