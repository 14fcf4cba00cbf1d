"""The entry point of `libcareer` and of `python -m libcareer`: streams and signals, then the command line."""

import gc
import os
import sys

ALLOCATIONS = 50_000
"""Allocations between two runs of the garbage collector. Most answers end before the first run, and the
process frees everything at exit; collecting as often as Python does by default costs 5 % of the time."""


def main() -> None:
    """Run the command line; `--version` alone is answered before anything heavy is imported."""
    _open_streams()
    if sys.argv[1:] in (["--version"], ["-V"]):
        from libcareer import __version__

        try:
            print(f"libcareer {__version__}", flush=True)
        except OSError as error:
            # Python would try to flush stdout again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(f"The answer cannot be written: {error.strerror}.")
        return
    from libcareer.errors import Ended

    try:
        _catch_signals()
        gc.set_threshold(ALLOCATIONS)
        from libcareer.cli import app
        from libcareer.reports.page import program

        program.started(sys.argv[0], sys.orig_argv)
        app(prog_name=program.NAME)
    except Ended as ended:
        sys.exit(ended.code)
    except KeyboardInterrupt:
        # No command runs yet, so there is nothing to resume.
        sys.exit(130)


def _catch_signals() -> None:
    """Turn SIGTERM and SIGHUP into an exception, so that prompts restore the terminal, as after Ctrl-C."""
    import signal

    from libcareer.errors import Ended

    def end(number: int, _: object) -> None:
        # A second signal kills the process immediately.
        signal.signal(number, signal.SIG_DFL)
        raise Ended(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # A signal that the caller made us ignore, as nohup does, stays ignored.
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, end)


def _open_streams() -> None:
    """Replace closed streams: a closed stdin reads as empty, closed outputs are discarded."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
