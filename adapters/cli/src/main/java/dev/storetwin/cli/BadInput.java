package dev.storetwin.cli;

/** A mistake of whoever runs the command: told in words, without a trace. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }

    static BadInput of(String what, String hint) {
        return new BadInput(what + "\nMaybe " + hint);
    }
}
