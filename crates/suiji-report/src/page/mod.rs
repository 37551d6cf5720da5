//! The markup as a page to be printed: HTML in one file, A4.
