package suiji

import "time"

// A Date is a day, written YYYY-MM-DD. The library checks it together with everything else when it is used.
type Date string

// DateOf returns the day of a time, in the zone of that time.
func DateOf(of time.Time) Date {
	return Date(of.Format(time.DateOnly))
}

// In returns the beginning of the day in a zone.
func (d Date) In(zone *time.Location) (time.Time, error) {
	return time.ParseInLocation(time.DateOnly, string(d), zone)
}

// A Time is written YYYY-MM-DDThh:mm:ss±hh:mm, and stored as written. The library checks it together with everything
// else when it is used.
type Time string

const offsetTime = "2006-01-02T15:04:05-07:00"

// TimeOf writes a time with the offset of its zone, without fractions of a second. The offset decides which day is the day of sealing. In a
// container that runs in UTC, give the time its local zone with In.
func TimeOf(of time.Time) Time {
	return Time(of.Format(offsetTime))
}

// Time returns the time.
func (t Time) Time() (time.Time, error) {
	return time.Parse(offsetTime, string(t))
}
