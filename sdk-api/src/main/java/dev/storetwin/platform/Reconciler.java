package dev.storetwin.platform;

import dev.storetwin.type.Source;
import java.util.List;

/**
 * Asks a platform for what it holds, page by page, so that what its webhooks lost becomes known all the same. Called on a thread that may
 * wait, by one caller at a time.
 *
 * <p>A list that is read to its end names everything that was there all the time, whatever changes meanwhile: cursors that point to an
 * entity keep this, numbers of pages do not.
 */
public interface Reconciler {

    /** The source of all events that it brings, the same as of the platform's webhooks. */
    Source source();

    /** What the platform can list; each kind once. What is not named here is known by webhooks alone. */
    List<Listing> listings();

    /** One page. Throws for no question: what goes wrong is an answer. */
    Pulled pull(Pull question);
}
