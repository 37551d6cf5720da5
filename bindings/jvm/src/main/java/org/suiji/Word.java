package org.suiji;

/** A constant that is a word in documents. */
interface Word {
    /** The word. */
    String word();
}
