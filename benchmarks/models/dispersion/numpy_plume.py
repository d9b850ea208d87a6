"""The same plume (briggs_rural, wind as given) in plain numpy on one array of 4 million points, one thread.

    python3 benchmarks/models/dispersion/numpy_plume.py

Prints evaluations per second of CPU time, to be set beside `briggs_as_given_4M` of gaussian_plume_bench.
"""

import time

import numpy as np

POINTS = 4_000_000
ROUNDS = 5


def plume(x, y, z, rate, height, wind):
    sigma_y = 0.08 * x / np.sqrt(1 + 0.0001 * x)
    sigma_z = 0.06 * x / np.sqrt(1 + 0.0015 * x)
    across = np.exp(-0.5 * (y / sigma_y) ** 2)
    up = np.exp(-0.5 * ((z - height) / sigma_z) ** 2) + np.exp(-0.5 * ((z + height) / sigma_z) ** 2)
    return rate / (2 * np.pi * wind * sigma_y * sigma_z) * across * up


def main():
    i = np.arange(POINTS)
    x = 50.0 + (i * 7919) % 20000
    y = 0.05 * x * (i % 11) / 10
    z = 1.0 + i % 5
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        plume(x, y, z, 0.1, 10.0, 3.0)
        best = min(best, time.process_time() - start)
    print(f"{POINTS / best / 1e6:.1f} million evaluations per second")


if __name__ == "__main__":
    main()
