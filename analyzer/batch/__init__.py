"""Many contracts: found in folders and archives, judged by workers that may die, kept in one store, exported for people.

    sources ─▶ listing ─▶ store ─▶ runner ─▶ pool | cluster ─▶ store ─▶ exports · compare

The store knows what is done, so a run can be stopped, killed or repeated at any time and does only what is missing.
"""
