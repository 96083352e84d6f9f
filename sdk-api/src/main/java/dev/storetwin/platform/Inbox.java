package dev.storetwin.platform;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Takes messages from platforms at once and applies them in its own time. A message that was kept survives a crash; it is applied at
 * least once, and that it may be twice does no harm. Any thread may call, a request thread too: nothing here waits.
 */
public interface Inbox extends AutoCloseable {

    /** The stage is done once the message is on disk, or was not kept. It never fails. */
    CompletionStage<Receipt> receive(PlatformMessage message);

    InboxStatus status();

    /** Messages that could not be applied, in order of arrival. */
    List<ParkedMessage> parked();

    /**
     * Tries a parked message again.
     *
     * @param repair makes of it what it should have been; {@link UnaryOperator#identity()} when the adapter was repaired instead
     * @return false when there is no such message; the stage fails when the repair throws
     */
    CompletionStage<Boolean> retry(long number, UnaryOperator<PlatformMessage> repair);

    /** Gives a parked message up for good; false when there is none. */
    CompletionStage<Boolean> discard(long number);

    /** What was kept stays on disk and is applied when the inbox is opened again. */
    @Override
    void close();
}
