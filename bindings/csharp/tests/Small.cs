using System;

namespace Suiji.Tests
{
    /// <summary>A draw of two of four entities, with teams of two of three inspectors. All of them are invented.</summary>
    internal static class Small
    {
        internal static readonly long[] Dice = { 3, 5, 6, 2, 4, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3 };

        internal static Plan Plan()
        {
            var team = new Team(new SeatGroup("样例县工信局", 2));
            return Suiji.Plan.Builder("样例计划", "样例县工信局", 2024)
                .WithTask(new PlanTask("J1", "样例抽查").WithQuota(Quota.OfCount(2)).WithReserves(2).WithTeam(team))
                .Build();
        }

        internal static Inputs Inputs()
        {
            using (Registry registry = Registry.Of(new[]
            {
                new Entity("A-1", "样例企业一").WithRiskClass("low"), new Entity("A-2", "样例企业二").WithRiskClass("low"),
                new Entity("A-3", "样例企业三").WithRiskClass("low"), new Entity("A-4", "样例企业四").WithRiskClass("high"),
            }))
            using (Roster roster = Roster.Of(new[]
            {
                new Inspector("Z-1", "样例人员一", "样例县工信局"), new Inspector("Z-2", "样例人员二", "样例县工信局"),
                new Inspector("Z-3", "样例人员三", "样例县工信局"),
            }))
            {
                return Suiji.Inputs.Of(Plan(), registry, roster);
            }
        }

        internal static Sealed Seal()
        {
            Ceremony ceremony = Ceremony.Of(Hash.Sm3, Source.Live(By.Public, "掷骰", Part.Of(20, 1, 6)))
                .WithSealedAt(new DateTimeOffset(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8)));
            using (Inputs inputs = Inputs())
            {
                return Library.Seal(inputs, ceremony);
            }
        }

        internal static Contributions Contributions(Sealed inputs)
        {
            Commitment commitment = inputs.Commitment;
            return Suiji.Contributions.Of(commitment, commitment.Arrange(0, Dice));
        }
    }
}
