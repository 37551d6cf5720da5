using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Suiji.Tests
{
    /// <summary>Threads, progress, cancelling, memory.</summary>
    public sealed class RunTests
    {
        private readonly Sealed inputs = Small.Seal();

        [Test]
        public void ProgressIsReported()
        {
            var stages = new HashSet<string>();
            Record record = inputs.Draw(Small.Contributions(inputs), new Run { OnProgress = progress => stages.Add(progress.Stage), Threads = 2 });
            Expect.True(stages.Contains("tickets"), string.Join(" ", stages));
            Expect.Same(inputs.Draw(Small.Contributions(inputs)), record);
        }

        [Test]
        public void ATokenCancels()
        {
            var source = new CancellationTokenSource();
            var run = new Run { Cancellation = source.Token, OnProgress = progress => source.Cancel() };
            Expect.Throws<OperationCanceledException>(() => inputs.Draw(Small.Contributions(inputs), run));
            Expect.Throws<OperationCanceledException>(() => inputs.Draw(Small.Contributions(inputs), run));
        }

        [Test]
        public void AnExceptionOfTheListenerGoesOn()
        {
            var run = new Run { OnProgress = progress => throw new InvalidOperationException("stop") };
            var thrown = Expect.Throws<InvalidOperationException>(() => inputs.Draw(Small.Contributions(inputs), run));
            Expect.Same("stop", thrown.Message);
        }

        [Test]
        public void ObjectsAreSharedByThreads()
        {
            Contributions contributions = Small.Contributions(inputs);
            string expected = inputs.Draw(contributions).Digest;
            int closed = 0;
            Task[] tasks = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            {
                for (int at = 0; at < 50; at++)
                {
                    try
                    {
                        using (Record record = inputs.Draw(contributions))
                        {
                            Expect.Same(expected, record.Digest);
                        }
                    }
                    catch (ObjectDisposedException)
                    {
                        Interlocked.Increment(ref closed);
                        return;
                    }
                }
            })).ToArray();
            inputs.Dispose(); // while they draw: each draw finishes or does not begin
            Task.WaitAll(tasks);
        }

        [Test]
        public void DroppedObjectsAreFreed()
        {
            byte[] document = inputs.Draw(Small.Contributions(inputs)).Canonical();
            Drop(document); // memory that the runtimes keep
            long before = Resident();
            Drop(document);
            long grown = Resident() - before;
            Expect.True(grown < 24 << 20, $"the process grew by {grown} bytes");
        }

        private static void Drop(byte[] document)
        {
            for (int at = 0; at < 20000; at++)
            {
                Record.FromJson(document);
            }
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        private static long Resident()
        {
            return long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * Environment.SystemPageSize;
        }
    }
}
