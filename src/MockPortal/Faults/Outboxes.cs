using System.Collections.Immutable;
using MockPortal.Calling;

namespace MockPortal.Faults;

/// <summary>The effects that wait for their pages in the engine's state.</summary>
internal static class Outboxes
{
    /// <summary>
    /// Puts other effects in the place of those a step has given out. No page has seen them yet, so their numbers can be
    /// given out again, without gaps.
    /// </summary>
    public static Step Replace(Step step, ImmutableList<AddressedEffect> effects)
    {
        var state = step.State;
        foreach (var surfaceId in step.PageEffects.Select(sent => sent.SurfaceId).Distinct())
        {
            if (!state.Surfaces.TryGetValue(surfaceId, out var surface))
                continue;
            var given = step.PageEffects.Where(sent => sent.SurfaceId == surfaceId).Select(sent => sent.Effect).ToHashSet(ReferenceEqualityComparer.Instance);
            var present = surface.Outbox.Select(effect => effect.Effect).ToHashSet(ReferenceEqualityComparer.Instance);
            var number = surface.LastEffect - given.Count;
            var outbox = surface.Outbox.RemoveAll(effect => given.Contains(effect.Effect)).ToBuilder();
            foreach (var effect in effects.Where(sent => sent.SurfaceId == surfaceId).Select(sent => sent.Effect))
            {
                // A step that begins a new document takes back what it sent to the old one.
                if (present.Contains(effect) || !given.Contains(effect))
                    outbox.Add(new NumberedEffect { Number = ++number, Effect = effect });
            }
            state = state with { Surfaces = state.Surfaces.SetItem(surfaceId, surface with { LastEffect = number, Outbox = outbox.ToImmutable() }) };
        }
        return step with { State = state, PageEffects = effects };
    }
}
