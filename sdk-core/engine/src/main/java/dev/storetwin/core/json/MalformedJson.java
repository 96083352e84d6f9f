package dev.storetwin.core.json;

/** Bytes that are not the JSON that was expected; the message says why. */
public final class MalformedJson extends Exception {

    MalformedJson(String problem) {
        super(problem);
    }
}
