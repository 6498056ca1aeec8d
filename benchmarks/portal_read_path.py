"""The read path on loopback: nginx on a plain file, nginx on a stored page, the embedded server on a stored page, a
cold render; requests a second and p99 beside each, in one run.

    python -m benchmarks.portal_read_path [--seconds 4] [--rounds 5]
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from benchmarks.desk_lists import calibration
from benchmarks.freshness_hosts import Browser, Host

SERVER, FRONT = 8171, 8172


def hit(url: str, seconds: int) -> dict[str, float]:
    command = [
        "wrk",
        "-t1",
        "-c32",
        f"-d{seconds}s",
        "--latency",
        "-H",
        "Host: localhost",
        "-H",
        "Accept-Encoding: gzip",
        url,
    ]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in answer:
        raise RuntimeError(f"{url} did not answer 200:\n{answer}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", answer)
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)", answer)
    assert rate and late
    scale = {"us": 0.001, "ms": 1.0, "s": 1000.0}[late[2]]
    return {"requests_per_second": round(float(rate[1])), "p99_ms": round(float(late[1]) * scale, 2)}


ARTICLE = "<p>" + "</p><p>".join(["各村（社区）要加强巡查，落实专人负责，发现问题及时报告。"] * 29) + "</p>"


def make_items() -> int:
    """Six items in one column; the number of the last."""
    from mingbai.disclosure.factories import make_county

    county = make_county()
    items = [
        county.published(title=f"关于开展第{number}次森林防火工作的通知", body=ARTICLE) for number in range(6)
    ]
    return int(items[-1].pk)


def measure(seconds: int, rounds: int) -> dict[str, object]:
    path = f"/items/{make_items()}/"
    for port in (FRONT, SERVER):
        answer = Browser(port, Random(0)).get(path)  # noqa: S311
        assert answer.status == 200, answer
    data = Path(os.environ["MINGBAI_DATA"])
    page = data / "pages" / path.strip("/") / "index.html"
    (data / "static").mkdir(exist_ok=True)
    for suffix in ("", ".gz"):
        shutil.copy(f"{page}{suffix}", data / "static" / f"plain.html{suffix}")
    places = {
        "nginx_plain_file": f"http://127.0.0.1:{FRONT}/static/plain.html",
        "nginx_stored_page": f"http://127.0.0.1:{FRONT}{path}",
        "embedded_stored_page": f"http://127.0.0.1:{SERVER}{path}",
        # an address with a query is never stored: every request renders
        "embedded_cold_render": f"http://127.0.0.1:{SERVER}{path}?cold=1",
    }
    report: dict[str, object] = {
        "page_bytes": page.stat().st_size,
        "calibration_ms": calibration(),
        "load": os.getloadavg()[0],
    }
    # in turn, several times, since neighbours come and go: the medians are compared
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in places}
    for _ in range(rounds):
        for name, url in places.items():
            runs[name].append(hit(url, seconds))
    for name, found in runs.items():
        report[name] = {
            "requests_per_second": round(statistics.median(each["requests_per_second"] for each in found)),
            "p99_ms": round(statistics.median(each["p99_ms"] for each in found), 2),
        }
    pairs = zip(runs["nginx_stored_page"], runs["nginx_plain_file"], strict=True)
    ratios = [one["requests_per_second"] / other["requests_per_second"] for one, other in pairs]
    report["nginx_stored_to_plain"] = round(statistics.median(ratios), 3)
    return report


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        os.environ["MINGBAI_DATA"] = folder
        from mingbai.cli import installation

        installation.setup()
        installation.migrate()
        host = Host(Path(folder), SERVER, FRONT, with_worker=False)
        host.start()
        try:
            print(json.dumps(measure(options.seconds, options.rounds), indent=1))
        finally:
            host.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
