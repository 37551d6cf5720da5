cd /work/impbind; cargo fmt -p suiji-arrow -p suiji-python -p suiji-import; /work/bin/slot cargo check --offline -q -p suiji-python 2>&1 | head -90; date
