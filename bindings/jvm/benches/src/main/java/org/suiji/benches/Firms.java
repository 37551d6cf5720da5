package org.suiji.benches;

/** Invented firms as strings in memory. The yardstick has the same ones. */
record Firms(String[] ids, String[] names, String[] classes, String[] districts) {
    private static final long STRIDE = 331_543_217;
    private static final long IDS = 100_000_000;
    private static final String[] CLASSES = {"low", "general", "elevated", "high"};

    static Firms of(int rows) {
        Firms firms = new Firms(new String[rows], new String[rows], new String[rows], new String[rows]);
        for (int row = 0; row < rows; row++) {
            firms.ids[row] = String.format("F-%08d", row * STRIDE % IDS);
            firms.names[row] = "样例企业" + row;
            firms.classes[row] = CLASSES[row / 5 % 4];
            firms.districts[row] = String.format("140521%03d", row / 7 % 12);
        }
        return firms;
    }

    int size() {
        return ids.length;
    }
}
