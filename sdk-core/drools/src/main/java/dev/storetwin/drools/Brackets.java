package dev.storetwin.drools;

import java.util.ArrayDeque;
import java.util.OptionalInt;

/** Finds brackets that are not closed: parsers complain of what comes after them. */
final class Brackets {

    private Brackets() {}

    /** The last bracket that opens in a part of the code and does not close in it. */
    static OptionalInt openBefore(String code, int from, int until) {
        var open = new ArrayDeque<Integer>();
        for (int at = from; at < until; at++) {
            char character = code.charAt(at);
            if ("([{".indexOf(character) >= 0) {
                open.push(at);
            } else if (")]}".indexOf(character) >= 0 && !open.isEmpty()) {
                open.pop();
            }
        }
        return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.peek());
    }
}
