"""Writes the files of key points beside this script. python3 make.py; needs pandas, tables, h5py."""
import os
import h5py
import numpy as np
import pandas as pd

FRAMES = 6
os.chdir(os.path.dirname(os.path.abspath(__file__)))


def place(animal, point, frame):
    """x, y and likelihood; the second point is not found in frame 3."""
    if point == 1 and frame == 3:
        return np.nan, np.nan, np.nan
    return 100 * animal + 10 * point + frame + 0.25, 7 * point + 2 * frame + 0.5, 1 - 0.125 * frame


def rows(animals):
    return np.array([[n for animal, points in animals for p in range(points) for n in place(animal, p, frame)]
                     for frame in range(FRAMES)])


def columns(individuals):
    scorer, tuples = "DLC_resnet50_ratsNov27shuffle1_50000", []
    for name, parts in individuals:
        for part in parts:
            for coord in ("x", "y", "likelihood"):
                tuples.append((scorer,) + ((name,) if name else ()) + (part, coord))
    names = ["scorer", "bodyparts", "coords"] if not individuals[0][0] else ["scorer", "individuals", "bodyparts", "coords"]
    return pd.MultiIndex.from_tuples(tuples, names=names)


parts = ["nose", "left ear"]
one = pd.DataFrame(rows([(0, 2)]), columns=columns([("", parts)]), index=range(FRAMES))
one.to_csv("dlc-one.csv")
one.to_hdf("dlc-one.h5", "df_with_missing", format="table", mode="w")
two = pd.DataFrame(rows([(0, 2), (1, 2), (2, 1)]),
                   columns=columns([("rat1", parts), ("rat2", parts), ("single", ["corner"])]), index=range(FRAMES))
two.to_csv("dlc-two.csv")
two.to_hdf("dlc-two.h5", "tracks", format="table", mode="w")
one.to_hdf("dlc-fixed.h5", "df_with_missing", mode="w")
labelled = one.drop(columns="likelihood", level="coords")
labelled.index = ["labeled-data/rats/img%03d.png" % frame for frame in range(FRAMES)]
labelled.to_hdf("dlc-labelled.h5", "df_with_missing", format="table", mode="w")

tracks = np.full((FRAMES, 2, 2, 2), np.nan)
scores = np.full((FRAMES, 2, 2), np.nan)
for animal in range(2):
    for point in range(2):
        for frame in range(FRAMES):
            x, y, likelihood = place(animal, point, frame)
            tracks[frame, point, :, animal] = x, y
            scores[frame, point, animal] = likelihood
scores[0, 0, 0] = 1.03


def sleap(path, names, tracks, scores, transpose=True):
    with h5py.File(path, "w") as f:
        for key, val in dict(track_names=names, node_names=[np.string_("nose"), np.string_("left ear")], tracks=tracks,
                             track_occupancy=np.ones((len(tracks), tracks.shape[3]), np.uint8), point_scores=scores).items():
            if val is None:
                continue
            if isinstance(val, np.ndarray):
                f.create_dataset(key, data=np.transpose(val) if transpose else val, compression="gzip", compression_opts=9)
            else:
                f.create_dataset(key, data=val)


sleap("sleap-two.h5", [np.string_("track_0"), np.string_("track_1")], tracks, scores)
sleap("sleap-one.h5", [], tracks[..., :1], scores[..., :1])
sleap("sleap-turned.h5", [np.string_("track_0"), np.string_("track_1")], tracks, scores, transpose=False)
sleap("sleap-unscored.h5", [np.string_("track_0"), np.string_("track_1")], tracks, None)
