package dev.storetwin.core.platform;

import dev.storetwin.platform.ResourceKind;

/** Where the place in each list is kept from one run to the next. What {@link #write} was given survives once it has returned. */
public interface ReadingMarks {

    /** The mark that was written last; an unread one when there is none. */
    ReadingMark read(ResourceKind kind);

    void write(ReadingMark mark);
}
