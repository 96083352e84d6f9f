package dev.storetwin.core.inventory;

import java.util.Optional;

/**
 * What came of looking at all nodes of a SKU.
 *
 * @param found   can be asked; empty when something is missing
 * @param missing what, in words
 */
record TransferAnswer(Optional<TransferCase> found, String missing) {

    static TransferAnswer of(TransferCase found) {
        return new TransferAnswer(Optional.of(found), "");
    }

    static TransferAnswer without(String missing) {
        return new TransferAnswer(Optional.empty(), missing);
    }
}
