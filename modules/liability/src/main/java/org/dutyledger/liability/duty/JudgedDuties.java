package org.dutyledger.liability.duty;

import java.util.List;
import org.dutyledger.contract.Duty;

/**
 * All duties of a model as of one instant.
 *
 * @param duties by rule, then about (rule 60)
 * @param knowledge what damages ask of the same history
 */
public record JudgedDuties(List<Duty> duties, Knowledge knowledge) {}
