using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Suiji
{
    /// <summary>The settings of a long call: threads, progress, cancelling. It cannot change the result.</summary>
    public sealed class Run
    {
        /// <summary>The number of threads for a call, including the calling thread. 0 and 1 mean only the calling
        /// thread.</summary>
        public int Threads { get; set; } = 1;

        /// <summary>Receives reports of the progress, on the thread of the call, about a hundred times in each stage.</summary>
        public Action<Progress> OnProgress { get; set; }

        /// <summary>Cancels the call, which then throws <see cref="OperationCanceledException"/>.</summary>
        public CancellationToken Cancellation { get; set; }

        internal delegate T WithRun<T>(Handle run);

        /// <summary>Makes a call with a run. An exception of the listener cancels the call and is thrown after it.</summary>
        internal static T With<T>(Run settings, WithRun<T> call)
        {
            if (settings == null)
            {
                return call(Handle.None);
            }
            settings.Cancellation.ThrowIfCancellationRequested();
            Action<Progress> listener = settings.OnProgress;
            ExceptionDispatchInfo thrown = null;
            Native.Watch watch = (context, stage, done, total) =>
            {
                try
                {
                    listener(new Progress(Call.Static(Native.suiji_stage_name(stage)), done, total));
                    return 0;
                }
                catch (Exception exception)
                {
                    thrown = ExceptionDispatchInfo.Capture(exception);
                    return 1;
                }
            };
            int threads = Math.Max(1, settings.Threads);
            using (Handle run = Call.Object((out IntPtr result, out IntPtr error) => Native.suiji_run_new(threads, out result, out error)))
            using (settings.Cancellation.Register(() => Call.Run((out IntPtr error) => Native.suiji_run_cancel(run, out error))))
            {
                if (listener != null)
                {
                    Call.Run((out IntPtr error) => Native.suiji_run_watch(run, watch, IntPtr.Zero, out error));
                }
                try
                {
                    return call(run);
                }
                catch (SuijiException cancelled) when (cancelled.Kind == "cancelled")
                {
                    thrown?.Throw();
                    settings.Cancellation.ThrowIfCancellationRequested();
                    throw;
                }
                finally
                {
                    GC.KeepAlive(watch);
                }
            }
        }

        internal delegate int RunWork(Handle run, out IntPtr result, out IntPtr error);

        internal static Handle Object(Run settings, RunWork work)
        {
            return With(settings, run => Call.Object((out IntPtr result, out IntPtr error) => work(run, out result, out error)));
        }

        internal static byte[] Bytes(Run settings, RunWork work)
        {
            return With(settings, run => Call.Bytes((out IntPtr result, out IntPtr error) => work(run, out result, out error)));
        }
    }

    /// <summary>The progress of a call.</summary>
    public sealed class Progress
    {
        internal Progress(string stage, long done, long total)
        {
            Stage = stage;
            Done = done;
            Total = total;
        }

        /// <summary>The stage, such as <c>tickets</c>.</summary>
        public string Stage { get; }

        /// <summary>The number of units done.</summary>
        public long Done { get; }

        /// <summary>The total number of units; 0 if it is not known.</summary>
        public long Total { get; }

        /// <inheritdoc/>
        public override string ToString() => $"{Stage} {Done}/{Total}";
    }
}
