package dev.storetwin.platform;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Takes messages from platforms at once and applies them in its own time. A message that was kept survives a crash; it is applied at
 * least once, and that it may be twice does no harm. Any thread may call, a request thread too: nothing here waits.
 *
 * <p>What the twin has no room for is offered again by itself, after a second first and after a minute at most. What hangs on a stage runs on
 * the inbox's thread unless an {@code async} method is used, and must not wait there.
 */
public interface Inbox extends AutoCloseable {

    /** The stage is done once the message is on disk, or was not kept. It never fails. */
    CompletionStage<Receipt> receive(PlatformMessage message);

    InboxStatus status();

    /** Messages that cannot be applied as they are, in order of arrival. */
    List<ParkedMessage> parked();

    /**
     * Tries a parked message again.
     *
     * @param repair makes of it what it should have been; {@link UnaryOperator#identity()} when the adapter was repaired instead
     * @return false when there is no such message; the stage fails when the repair throws or the disk does, and the message stays parked
     */
    CompletionStage<Boolean> retry(long number, UnaryOperator<PlatformMessage> repair);

    /** Gives a parked message up for good; false when there is none. The stage fails when the disk does. */
    CompletionStage<Boolean> discard(long number);

    /**
     * What was kept stays on disk and is applied when the inbox is opened again.
     *
     * @throws IllegalStateException when called from a stage of this inbox, on the thread that it would wait for
     */
    @Override
    void close();
}
