package dev.storetwin.core.platform;

import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Offers all events of a message to the twin.
 *
 * @param twin takes an event and answers once it is durable
 */
record Offering(Function<TwinEvent, ? extends CompletionStage<? extends Acceptance>> twin) {

    /** What became of a message's events. */
    sealed interface Answer {}

    /** The twin has them all. */
    record Taken() implements Answer {}

    /**
     * The twin had no room.
     *
     * @param left what it has not, so that what it has does not take the room again
     */
    record NotNow(List<TwinEvent> left, String reason) implements Answer {}

    /** It cannot be taken, however often it is offered. */
    record Never(String reason) implements Answer {}

    /** Never fails, and never throws. */
    CompletionStage<Answer> offer(List<TwinEvent> events) {
        var answers = new ArrayList<CompletableFuture<Answer>>();
        events.forEach(it -> answers.add(offer(it)));
        return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                .thenApply(all ->
                        together(answers.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<Answer> offer(TwinEvent event) {
        try {
            return twin.apply(event)
                    .toCompletableFuture()
                    .handle((answer, failure) -> failure == null ? answer(event, answer) : failed(event, failure));
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.completedFuture(failed(event, failure));
        }
    }

    private static Answer answer(TwinEvent event, Acceptance answer) {
        return answer instanceof Acceptance.Unavailable full ? new NotNow(List.of(event), full.reason()) : new Taken();
    }

    /** A disk that fails will work again; whatever else is thrown is thrown the next time too. */
    private static Answer failed(TwinEvent event, Throwable thrown) {
        var failure = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return failure instanceof UncheckedIOException
                ? new NotNow(List.of(event), String.valueOf(failure.getMessage()))
                : new Never("The twin failed at it: " + failure.getClass().getSimpleName());
    }

    private static Answer together(List<Answer> answers) {
        var left = new ArrayList<TwinEvent>();
        var reason = "";
        for (var answer : answers) {
            if (answer instanceof Never never) {
                return never;
            }
            if (answer instanceof NotNow later) {
                left.addAll(later.left());
                reason = later.reason();
            }
        }
        return left.isEmpty() ? new Taken() : new NotNow(left, reason);
    }
}
