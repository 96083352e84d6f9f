package dev.storetwin;

import dev.storetwin.type.Actor;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.io.OutputStream;

/** What a twin holds on persons. */
public interface People {

    /**
     * Forgets a person: destroys the keys of all that is personal, so that it can be read nowhere any more, in no copy of the data. What is
     * not personal (that an order was placed, and of what) stays, and no figure of the shop changes. What occurred before and is told later
     * is forgotten too; from a new order on the person is known anew.
     *
     * <p>Searches the journal, and waits up to ten seconds for messages that inboxes are delivering: call it from a worker.
     */
    Erasure erase(SubjectId subject, Actor by);

    /**
     * Writes down all that is held on a person, as JSON lines, personal values in the clear: for that person alone. Reads the whole journal,
     * and the quarantine; messages that wait in an inbox are not in it.
     *
     * @return how many events tell of the person
     */
    long export(SubjectId subject, OutputStream out) throws IOException;
}
