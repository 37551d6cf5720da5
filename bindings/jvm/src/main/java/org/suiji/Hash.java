package org.suiji;

/** A hash suite. */
public enum Hash {
    /** SHA-256. */
    SHA256,
    /** SM3 (GB/T 32905). */
    SM3;

    org.suiji.kotlin.Hash core() {
        return org.suiji.kotlin.Hash.valueOf(name());
    }
}
