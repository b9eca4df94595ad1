# What the demo tells: texts that go into its database in the language it is made in

# What customers said
demo-praise-1 = The girl at the till noticed that I had forgotten my bag and ran after me. Thank you!
demo-praise-2 = Quick, friendly, and they knew what they were talking about.
demo-praise-3 = I got help with the return in two minutes, with a smile.
demo-praise-4 = The waiter saw that we were in a hurry and fixed everything.
demo-praise-5 = So clean and pleasant here. We come back every week.
demo-praise-6 = I called, got an answer at once, and the matter was settled.
demo-reason-not = The price was signposted and right; we explained how it comes about.
demo-complaint-system-1 = The card terminal was down again, and I had no cash on me.
demo-complaint-system-2 = The app said my order was ready, but nobody behind the counter could find it.
demo-complaint-system-3 = The booking page sent me two confirmations with different times.
demo-complaint-process-1 = I had to explain the same thing to three different people before anyone could help.
demo-complaint-process-2 = I asked for a refund two weeks ago and have heard nothing since.
demo-complaint-process-3 = My table was booked for six people, but the booking said four.
demo-complaint-product-1 = The jacket came apart at the seam the second time I wore it.
demo-complaint-product-2 = The soup was lukewarm, and the bread was from yesterday.
demo-complaint-product-3 = I got the wrong size, sent it back, and got the wrong size again.
demo-complaint-price-1 = The price at the till was higher than the one on the shelf.
demo-complaint-price-2 = I was charged twice for the same purchase.
demo-complaint-price-3 = The campaign price was not taken off until I pointed it out.
demo-complaint-waiting-1 = I stood in the queue for 40 minutes while only one till was open.
demo-complaint-waiting-2 = I waited on the phone for half an hour, and then the line went dead.
demo-complaint-waiting-3 = Our food came more than an hour after we had ordered.
demo-complaint-facilities-1 = The toilets were dirty and there was no soap.
demo-complaint-facilities-2 = The lift was out of order, so I could not get in with the pram.
demo-complaint-facilities-3 = It was so cold in the waiting room that we kept our coats on.
demo-complaint-information-1 = The web page said you were open until eight, but the door was locked at seven.
demo-complaint-information-2 = Nobody told me that the item would have to be ordered first.
demo-complaint-information-3 = The sign in the car park says three hours, but I got a fine after two.
demo-complaint-staff-conduct-1 = The person at the desk rolled their eyes when I asked a question.
demo-complaint-staff-conduct-2 = I was told that it was my own fault, and nobody said sorry.
demo-complaint-staff-conduct-3 = Two members of staff went on talking to each other while I stood there waiting.

# Names of teams, after the site they belong to
demo-team-till = { $site } till
demo-team-floor = { $site } floor
demo-team-webshop = { $site } webshop
demo-team-evening = { $site } evening
demo-team-desk = { $site } service desk
demo-team-collect = { $site } click and collect
demo-team-weekend = { $site } weekend

# What people wrote below their answers
demo-said-1 = The rota came on Friday evening again. Two days earlier would help a lot.
demo-said-2 = Good week. The new till is much faster.
demo-said-3 = We were one short on Saturday and it showed.
demo-said-4 = More hands at the returns desk between four and six, please.
demo-said-5 = It helps that we may give a refund without asking.
demo-said-6 = The stock room is a mess after deliveries.
demo-said-7 = Customers ask about the opening hours every day. The sign is wrong.
demo-said-8 = Good that the new ones were trained properly this time.
demo-said-9 = Nice to hear what came of our suggestion.
demo-said-10 = It was busy, but we helped each other.
demo-said-11 = The till by the entrance freezes several times a day.
demo-said-12 = Breaks get short when there are only two of us.
demo-said-13 = Thanks to whoever noticed the effort this weekend.
demo-said-14 = The cold room does not shut properly. We have said so before.

# What teams tried, and what happened around them
demo-round-purpose = Synthetic demo: to see early when work gets too much, and to change something about it.
demo-action-call-back = Whoever takes a complaint calls the customer back the same day.
demo-action-two = Two on the till after four o’clock.
demo-action-two-outcome = The queue after four is shorter, and breaks can be taken. We keep it and look again before Christmas.
demo-note-campaign = Members’ weeks
demo-note-campaign-detail = A fifth off for members. Leaflets to 9,000 homes.
demo-note-rota = New rota
demo-note-rota-detail = Rotas come four weeks ahead instead of two.
demo-note-competitor = Torgboden opens on Sundays
demo-note-competitor-detail = All three of their shops in the region.
demo-note-competitor-ours = Closed on Sundays.
demo-note-competitor-theirs = Open from 10 to 18 on Sundays.
# The customers' own side
demo-place-door = By the door
demo-place-till = At the till
demo-held-1 = Worst shop in town! Everybody should stay away.
demo-held-2 = Bring the old coffee back, we all want it.
demo-paper-1 = Thank you for the help with the pram on Saturday.
demo-paper-2 = Twenty minutes in the queue with two small children.
demo-paper-3 = A bench by the entrance would be nice for those of us who wait.
demo-paper-4 = The offer on coffee was not at the till.
demo-paper-5 = The bread from the new oven is a joy.
demo-follow-up-1 = A washing machine, delivered and connected
demo-follow-up-2 = Shoes for a wedding
demo-follow-up-3 = Whether the matter is settled now
demo-customer-1 = Mary Madeup
demo-customer-2 = Tom Invented
demo-customer-3 = Ann Example
demo-member-1 = Berit Fancy
demo-member-2 = Carl Fable
demo-member-3 = Dora Legend
demo-member-4 = Eric Fiction
demo-member-5 = Fay Makebelieve
demo-member-6 = Gus Pretend
demo-member-7 = Hal Imaginary
demo-member-8 = Ida Story
