//! From a sealed draw to the facts.
