package org.dutyledger.contract.codec;

import org.jspecify.annotations.Nullable;

/** The values of one object's fields, in the order in which its shape names the fields. */
final class Values {

    private final @Nullable Object[] slots;

    Values(int size) {
        slots = new @Nullable Object[size];
    }

    void set(int slot, Object value) {
        slots[slot] = value;
    }

    boolean has(int slot) {
        return slots[slot] != null;
    }

    /** A required field. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> T get(int slot) {
        Object value = slots[slot];
        if (value == null) {
            throw new IllegalStateException("field " + slot + " is not a required one");
        }
        return (T) value;
    }

    /** A field that may be absent. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> @Nullable T maybe(int slot) {
        return (T) slots[slot];
    }

    /** A field that may be absent, or what stands for it then. */
    @SuppressWarnings("unchecked")
    <T> T or(int slot, T absent) {
        Object value = slots[slot];
        return value == null ? absent : (T) value;
    }
}
