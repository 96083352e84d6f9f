package dev.storetwin.core.state;

import java.util.ArrayList;
import java.util.List;

/** Stage two of a batch for one slice of the book, or for a small batch as a whole. Used by one thread at a time. */
final class BookSlice {

    private record Posting(Book.Key key, LedgerEntry entry, int sign) {}

    private final Book.Editor book;
    private final List<Posting> postings = new ArrayList<>();

    BookSlice(Book.Editor book) {
        this.book = book;
    }

    /** Adds an entry under all its keys. */
    void add(LedgerEntry entry, int sign) {
        for (var key : Book.keys(entry)) {
            add(key, entry, sign);
        }
    }

    void add(Book.Key key, LedgerEntry entry, int sign) {
        postings.add(new Posting(key, entry, sign));
    }

    void done() {
        postings.forEach(it -> book.change(it.key(), it.entry(), it.sign()));
    }
}
