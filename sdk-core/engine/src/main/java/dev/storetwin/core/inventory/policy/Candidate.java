package dev.storetwin.core.inventory.policy;

/**
 * A policy that could have been chosen.
 *
 * @param policy  its name
 * @param windows it was played in
 * @param cost    mean over these
 * @param saving  against the first candidate in the same windows, as a share of its cost
 * @param error   standard error of {@code saving}, neighbours' covariances included; infinite with a single window
 */
public record Candidate(String policy, int windows, double cost, double saving, double error) {}
