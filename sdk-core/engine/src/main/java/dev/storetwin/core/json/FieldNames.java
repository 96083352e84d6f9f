package dev.storetwin.core.json;

import java.util.Arrays;

/**
 * The names in the objects that are being written, so that none is written twice. Objects have few fields: to look through the names of one is
 * cheaper than a set for each.
 */
final class FieldNames {

    private String[] names = new String[64];
    private int size;
    private int first;

    /** Begins an object within the one before, whose mark is to be kept until this one is closed. */
    int open() {
        int mark = first;
        first = size;
        return mark;
    }

    /** Goes on with the object around the last one. */
    void close(int mark) {
        size = first;
        first = mark;
    }

    /** False when the object has that name. */
    boolean add(String name) {
        for (int i = first; i < size; i++) {
            if (names[i].equals(name)) {
                return false;
            }
        }
        names = size == names.length ? Arrays.copyOf(names, 2 * size) : names;
        names[size++] = name;
        return true;
    }
}
