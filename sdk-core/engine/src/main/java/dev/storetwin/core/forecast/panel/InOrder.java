package dev.storetwin.core.forecast.panel;

import dev.storetwin.forecast.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Work on many things by as many threads as an executor has, with the answers in the order of the questions. */
public final class InOrder {

    private InOrder() {}

    /**
     * Do not call it from a thread of the executor when that one has no other thread free: it waits.
     *
     * @throws RuntimeException what the work throws, of the first thing that fails
     */
    public static <T, R> List<R> map(List<T> things, Function<T, R> work, Executor executor, Progress progress) {
        var running = new ArrayList<CompletableFuture<R>>(things.size());
        for (T thing : things) {
            running.add(CompletableFuture.supplyAsync(() -> work.apply(thing), executor));
        }
        var answers = new ArrayList<R>(things.size());
        try {
            for (var answer : running) {
                answers.add(answer.join());
                progress.advanced(answers.size(), things.size());
            }
        } catch (CompletionException failed) {
            running.forEach(rest -> rest.cancel(false));
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
        return answers;
    }
}
