package dev.storetwin.csv;

import java.util.Arrays;

/** Numbers of lines, growing. */
final class LineList {

    private int[] lines = new int[4];
    private int size;

    void add(int line) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
        }
        lines[size++] = line;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return lines[index];
    }
}
