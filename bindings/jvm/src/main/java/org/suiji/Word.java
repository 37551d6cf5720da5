package org.suiji;

/** A constant that documents write as a word. */
interface Word {
    /** The word. */
    String word();
}
