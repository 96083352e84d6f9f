package dev.storetwin.core.state;

import java.util.ArrayList;
import java.util.List;

/** Stage two of a batch for one slice of the book. Used by one thread at a time. */
final class BookSlice {

    private record Posting(Book.Key key, LedgerEntry entry, int sign) {}

    private final int slice;
    private final Book.Editor book;
    private final List<Posting> postings = new ArrayList<>();

    BookSlice(int slice, Book.Editor book) {
        this.slice = slice;
        this.book = book;
    }

    void add(Book.Key key, LedgerEntry entry, int sign) {
        postings.add(new Posting(key, entry, sign));
    }

    void done() {
        postings.forEach(it -> book.change(slice, it.key(), it.entry(), it.sign()));
    }
}
