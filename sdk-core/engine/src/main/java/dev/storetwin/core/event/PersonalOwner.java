package dev.storetwin.core.event;

import dev.storetwin.event.Entity;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.SubjectId;
import java.util.Locale;

/** Names of those whose keys seal personal values: a kind and an id. */
public final class PersonalOwner {

    private PersonalOwner() {}

    /** A person. */
    public static String of(SubjectId subject) {
        return "subject/" + subject;
    }

    /** A person who came back after having been forgotten so many times. */
    static String returned(SubjectId subject, int times) {
        return "returned/" + times + "/" + subject;
    }

    /** A visit of somebody yet unknown. */
    public static String of(SessionId session) {
        return "session/" + session;
    }

    /** A document that does not say whose it is, such as {@code order/1001} for a parcel's number. */
    public static String of(Entity document) {
        return document.kind().name().toLowerCase(Locale.ROOT) + "/" + document.id();
    }
}
