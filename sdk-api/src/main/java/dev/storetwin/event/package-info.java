/**
 * What happened: canonical, immutable events in sealed families, one record each.
 *
 * <p>Written by the translators of `platform`, read by `state`; `docs/event-model.md` shows which platform field goes where.
 */
@NullMarked
package dev.storetwin.event;

import org.jspecify.annotations.NullMarked;
