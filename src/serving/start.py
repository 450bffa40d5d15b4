"""Starts a real MindSpore Serving on MindSpore Lite: every servable of a directory, in all its versions.

Prints one line when its gRPC port is open. It stops on SIGINT, SIGTERM, and when its standard input ends, so that
it never outlives whoever started it.
"""

import argparse
import os
import signal
import sys
import threading

from mindspore_serving import server

READY = "MindSpore Serving is ready"


def versions_of(servable_dir: str) -> list:
    """Numbers of the versions that have a model; 1 alone for a servable without models."""
    return sorted(int(name) for name in os.listdir(servable_dir) if name.isdigit()) or [1]


def stop_with_stdin() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGINT)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--servables", required=True, help="directory with one directory for each servable")
    parser.add_argument("--only", nargs="*", help="names of the servables to start; all when left out")
    parser.add_argument("--address", required=True, help="HOST:PORT of the gRPC port")
    parser.add_argument("--workers", type=int, default=1, help="worker processes for each servable and version")
    parser.add_argument("--max-msg-mb-size", type=int, default=100)
    options = parser.parse_args()
    # Threads of Serving's own need not inherit it: the one that reads standard input does nothing else.
    threading.Thread(target=stop_with_stdin, daemon=True).start()
    configs = [
        server.ServableStartConfig(options.servables, name, version_number=version, device_type="CPU",
                                   num_parallel_workers=options.workers)
        for name in options.only or sorted(os.listdir(options.servables))
        for version in versions_of(os.path.join(options.servables, name))
    ]
    server.start_servables(configs, enable_lite=True)
    server.start_grpc_server(options.address, max_msg_mb_size=options.max_msg_mb_size)
    print(READY, flush=True)


if __name__ == "__main__":
    main()
