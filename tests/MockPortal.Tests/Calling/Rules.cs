using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>The invariants of the engine, with what has to be remembered over a whole session to check them.</summary>
internal sealed class Rules
{
    private readonly HashSet<string> _messageIds = [];
    private readonly HashSet<long> _dialledClicks = [];
    private readonly HashSet<long> _engagementsRequested = [];
    private readonly Dictionary<long, string> _askers = [];
    private readonly Dictionary<long, CallPhase> _phases = [];

    public int Clicks { get; set; }

    /// <param name="before">The state the event met.</param>
    /// <param name="step">What became of it.</param>
    /// <param name="from">The surface the event came from; null for an answer of the server.</param>
    public void Check(UserState before, Step step, string? from)
    {
        CheckWindows(step.State);
        CheckAsker(step, from);
        CheckCalls(step, from);
        CheckSurfaces(before, step);
        foreach (var effect in step.PageEffects)
        {
            if (effect.Effect is SendMessage sent)
                CheckMessage(before, step, effect.SurfaceId, sent);
            if (effect.Effect is Navigate navigate)
            {
                Assert.Matches("^/(contacts/4711/record/0-[12]/[0-9]+|tasks/4711)$", navigate.Url);
                Assert.True(navigate.NewTab || step.State.Surfaces[effect.SurfaceId].Location != "window");
            }
            if (effect.Effect is ShowAlert alert)
                Assert.InRange(alert.Text.Length, 1, 1000);
        }
        Assert.All(step.Warnings, warning => Assert.Matches("^[a-z]+(-[a-z]+)+$", warning.Code));
        Assert.All(step.Warnings, warning => Assert.InRange(warning.Text.Length, 20, 500));
    }

    /// <summary>However many are open, one calling window has a widget.</summary>
    private static void CheckWindows(UserState state)
    {
        var windows = state.Surfaces.Values.Where(surface => surface.Location == "window").ToList();
        Assert.Equal(Math.Min(windows.Count, 1), windows.Count(window => !window.Standby));
        Assert.All(windows.Where(window => window.Standby), window => Assert.Equal(FramePhase.Absent, window.Phase));
    }

    /// <summary>
    /// Who asked for an engagement hears of it, or who holds the call by then: the window its page left it to, or the
    /// instance that answered. An instance that announces the call once more asks for itself.
    /// </summary>
    private void CheckAsker(Step step, string? from)
    {
        foreach (var request in step.StoreEffects.OfType<CreateEngagement>())
        {
            Assert.Equal(from, request.Call.SurfaceId);
            _askers[request.Call.CallId] = request.Call.SurfaceId;
        }
        foreach (var changed in step.StoreEffects.OfType<CallChanged>().Select(effect => effect.Call))
        {
            if (_askers.TryGetValue(changed.CallId, out var asker) && asker != changed.SurfaceId)
            {
                Assert.True(changed.SurfaceId == from
                    || !step.State.Surfaces.TryGetValue(asker, out var gone) || gone.Phase is FramePhase.Absent);
                _askers[changed.CallId] = changed.SurfaceId;
            }
        }
        foreach (var reply in step.PageEffects.Where(effect => effect.Effect is SendMessage
        { Type: "ENGAGEMENT_CREATED" or "CREATE_ENGAGEMENT_SUCCEEDED" or "CREATE_ENGAGEMENT_FAILED" }))
        {
            // The session may also answer what nobody asked.
            if (_askers.TryGetValue(reply.CallId!.Value, out var asker))
                Assert.Contains(reply.SurfaceId, (string?[])[asker, from]);
        }
    }

    private void CheckMessage(UserState before, Step step, string surfaceId, SendMessage sent)
    {
        var surface = step.State.Surfaces[surfaceId];
        Assert.Equal(FramePhase.Initialized, surface.Phase);
        Assert.True(ProtocolCatalogue.Knows(surface.Generation, sent.Type), $"{sent.Type} for {surface.Generation}");
        Assert.NotEqual("SYNC", sent.Type);

        var id = sent.Message["messageId"]!.GetValue<string>();
        Assert.True(char.IsAsciiLetter(id[0]));
        Assert.True(_messageIds.Add(id), $"{id} twice");

        if (sent.Type == "DIAL_NUMBER")
        {
            Assert.True(SurfaceView.Of(step.State, surfaceId)!.LoggedIn);
            var click = sent.Message["data"]!["startTimestamp"]!.GetValue<long>();
            Assert.True(_dialledClicks.Add(click), "one click, two dials");
            Assert.True(_dialledClicks.Count <= Clicks);
            Assert.Equal((CallPhase.DialSent, surfaceId), (step.State.Call!.Phase, step.State.Call.SurfaceId));
            // Only a call whose page has not been seen for minutes makes room by itself.
            Assert.False(before.Call is { Phase: CallPhase.Dialing or CallPhase.Ringing or CallPhase.InProgress } call
                && step.State.Surfaces.ContainsKey(call.SurfaceId));
        }
        if (sent.Type == "VISIBILITY_CHANGED")
            Assert.NotEqual(before.Surfaces[surfaceId].Visibility, surface.Visibility);
    }

    private void CheckCalls(Step step, string? from)
    {
        var state = step.State;
        Assert.False(state.Call?.Phase > CallPhase.WrapUp);
        Assert.All(state.Recent, call => Assert.True(call.Phase > CallPhase.WrapUp));
        // A call without a page waits for the one the host took its tab to.
        Assert.True(state.Call is null || state.Surfaces.ContainsKey(state.Call.SurfaceId)
            || state.Closed.Exists(closed => closed.Id == state.Call.SurfaceId && closed.NavigatesSince is not null));

        List<CurrentCall> calls = [.. state.Recent];
        if (state.Call is not null)
            calls.Add(state.Call);
        Assert.Equal(calls.Count, calls.DistinctBy(call => call.CallId).Count());
        foreach (var call in calls)
        {
            Assert.Equal(call.EngagementIds.Count, call.EngagementIds.Distinct().Count());
            Assert.Equal(call.Warnings.Count, call.Warnings.DistinctBy(warning => warning.Code).Count());
            // What is over stays over; only completing may still follow.
            if (_phases.TryGetValue(call.CallId, out var known) && known > CallPhase.WrapUp && known != call.Phase)
                Assert.Equal(CallPhase.Completed, call.Phase);
            _phases[call.CallId] = call.Phase;
        }
        foreach (var request in step.StoreEffects.OfType<CreateEngagement>())
            Assert.True(_engagementsRequested.Add(request.Call.CallId), "two engagements for one call");
        foreach (var request in step.StoreEffects.OfType<MatchCaller>())
            Assert.Equal(from, request.SurfaceId);
        foreach (var record in step.StoreEffects.OfType<RecordEngagement>())
            Assert.InRange(record.EngagementId, 1, 9_007_199_254_740_991);
        foreach (var changed in step.StoreEffects.OfType<CallChanged>())
            Assert.Equal(calls.Find(call => call.CallId == changed.Call.CallId) ?? changed.Call, changed.Call);
    }

    private static void CheckSurfaces(UserState before, Step step)
    {
        foreach (var surface in step.State.Surfaces.Values)
        {
            var numbers = surface.Outbox.Select(effect => effect.Number).ToList();
            Assert.Equal(numbers.Distinct().Order(), numbers);
            Assert.True(numbers.Count == 0 || numbers[^1] <= surface.LastEffect);
            if (before.Surfaces.TryGetValue(surface.Id, out var known))
                Assert.True(surface.LastEffect >= known.LastEffect && surface.LastSequence >= known.LastSequence);
            Assert.NotNull(SurfaceView.Of(step.State, surface.Id));
        }
        foreach (var effects in step.PageEffects.GroupBy(effect => effect.SurfaceId))
        {
            // Everything listed is in the outbox, in order, unless it was meant for a document that is gone.
            var outbox = step.State.Surfaces[effects.Key].Outbox.Select(effect => effect.Effect).ToList();
            var kept = effects.Select(effect => effect.Effect).Where(outbox.Contains).ToList();
            Assert.Equal(outbox.TakeLast(kept.Count), kept);
            Assert.All(effects, effect => Assert.Contains(effect.Effect, outbox));
        }
    }
}
