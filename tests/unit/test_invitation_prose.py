"""What the words of an invitation say, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fields.dates import read_datetime
from generator.invitation.mail import parse_text
from generator.invitation.prose import agency, doubts, find, status
from generator.model.invitation import CERTAINTIES, FACTS, STATUSES, Person

SENT = "Mon, 3 May 2027 10:12:00 +0200"
DAY = "Thursday, 13 May 2027"


def read(text, *, dated=SENT):
    """Return what is found in a pasted text, by name, and its status."""
    letter = parse_text(text)
    sender = letter.sender if letter.sender.name or letter.sender.address else None
    found = find(letter.text, letter.subject, sender, dated=letter.date or dated, to=letter.to)
    slots = [each.value for each in found if each.name == "slot"]
    return {each.name: each.value for each in found if each.name != "slot"} | (
        {"slots": slots} if slots else {}
    ), status(letter.text, letter.subject, dated=letter.date or dated)


def days(sentence, *, dated=SENT):
    """Return the moments that an invitation with this sentence in it names."""
    found = find(["Dear Amara, we invite you to an interview.", sentence], "", None, dated=dated)
    return [each.value for each in found if each.name in ("interview_when", "slot")]


def one(name, sentence, *, subject="", sender=None):
    """Return the one value of a name in an invitation with this sentence in it."""
    found = find(["We would like to invite you to an interview.", sentence], subject, sender)
    return next((each.value for each in found if each.name == name), None)


LETTERS = {
    "Greenhouse, booked": (
        """From: Larkfield Recruiting <no-reply@us.greenhouse-mail.io>
Sent: Monday, 3 May 2027 09:00
To: Tomasz Wiśniewski <tomasz@example.org>
Subject: Interview Confirmation - Senior Backend Engineer at Larkfield

Hi Tomasz,

Your interview for the Senior Backend Engineer role at Larkfield has been scheduled.

Technical conversation
Date: May 13, 2027
Time: 2:30 PM - 3:30 PM CEST
Location: https://zoom.example/j/123456789

If you need to reschedule or cancel, please answer this email by May 10.

Thanks,
Priya Raman
Recruiting Coordinator, Larkfield""",
        "booked",
        {
            "recipient": "Priya Raman",
            "company": "Larkfield",
            "role": "Senior Backend Engineer",
            "interview_when": f"{DAY} at 2:30 pm CEST",
            "sender": "Tomasz Wiśniewski",
            "sender_contact": "tomasz@example.org",
        },
    ),
    "Lever, asks for availability": (
        """Hi Noor,

We are glad to move forward with you for our Customer Success Manager position. Please share your availability for a phone screen with me.

Best,
Joel Abara
Talent Partner @ Fennel & Co
joel@fennelandco.example""",
        "proposed",
        {
            "recipient": "Joel Abara",
            "recipient_email": "joel@fennelandco.example",
            "company": "Fennel & Co",
            "role": "Customer Success Manager",
            "sender": "Noor",
            "place": "phone screen",
        },
    ),
    "Workday, nobody reads the answers": (
        """From: Osprey Freight Careers <osprey@myworkday.com>
To: Chinedu Eze <chinedu@example.org>
Subject: Interview Scheduled: R-104552 Logistics Planner
Date: 4 May 2027

Dear Chinedu Eze,

An interview with you has been scheduled for this position.

Job Title: Logistics Planner
Job Requisition ID: R-104552
Interview Date: 13.05.2027
Interview Time: 14:30

Regards,
Osprey Freight Talent Acquisition Team

Please do not reply to this message.""",
        "booked",
        {
            "company": "Osprey Freight",
            "role": "Logistics Planner",
            "interview_when": f"{DAY} at 2:30 pm",
            "sender": "Chinedu Eze",
            "sender_contact": "chinedu@example.org",
            "reference": "R-104552",
        },
    ),
    "Indeed": (
        """From: Marisol Vega via Indeed <marisol_x3@indeedemail.com>
To: jo@example.org
Subject: Interview request from Blue Heron Bakery for Assistant Baker
Date: 3 May 2027

Blue Heron Bakery has invited you to an in-person interview for Assistant Baker.

When
Thursday, May 13 at 9:00 AM EDT
Where
48 Harbor Street, Portland, ME 04101

Accept   Suggest new time   Decline""",
        "unclear or booked",
        {
            "recipient": "Marisol Vega",
            "recipient_email": "marisol_x3@indeedemail.com",
            "company": "Blue Heron Bakery",
            "role": "Assistant Baker",
            "interview_when": f"{DAY} at 9 am EDT",
            "sender_contact": "jo@example.org",
            "place": "48 Harbor Street, Portland, ME 04101",
        },
    ),
    "Calendly": (
        """Hi Amara Okafor,

Your Intro Call: Product Analyst with Yusuf Demir is scheduled for 2:30pm - Thursday, 13 May 2027 (Central European Time).

Location: This is a Google Meet web conference.

Need to make changes to this event?
Cancel: https://calendly.example/c/1
Reschedule: https://calendly.example/r/1""",
        "booked",
        {
            "role": "Product Analyst",
            "interview_when": f"{DAY} at 2:30 pm CET",
            "sender": "Amara Okafor",
            "place": "Google Meet web conference",
        },
    ),
    "LinkedIn, an agency": (
        """Hi Sofie,

I am a consultant at Brightsearch Recruitment and our client, Alderson Pumps, would like to meet you about their Finance Manager vacancy. Are you free on Tuesday 18 May at 9am or Wednesday 19 May at 10am for a first interview?

Kind regards

Gareth Lloyd
Senior Consultant
Brightsearch Recruitment Ltd""",
        "proposed",
        {
            "recipient": "Gareth Lloyd",
            "company": "Alderson Pumps",
            "role": "Finance Manager",
            "slots": ["Tuesday, 18 May 2027 at 9 am", "Wednesday, 19 May 2027 at 10 am"],
            "sender": "Sofie",
            "agency": "Brightsearch Recruitment Ltd",
        },
    ),
    "a recruiter's, without the word interview": (
        """Hi Amara,

Thanks so much for your interest in the Senior Product Manager role here at Kitewell! I enjoyed our call last week, and the team would love to meet you.

I'd like to set up a conversation with Ines Carvalho next week. Would Tuesday, May 11 at 11am PT or Wednesday, May 12 at 1pm PT work for you?

We'll be using Google Meet: https://meet.example/abc

Let me know!
Marcus
--
Marcus Oyelaran
Technical Recruiter, Kitewell""",
        "proposed",
        {
            "recipient": "Marcus Oyelaran",
            "company": "Kitewell",
            "role": "Senior Product Manager",
            "slots": ["Tuesday, 11 May 2027 at 11 am PT", "Wednesday, 12 May 2027 at 1 pm PT"],
            "sender": "Amara",
            "place": "Google Meet",
        },
    ),
    "a university's, with a room that is no date": (
        """Dear Mr Chen,

Re: Lecturer in Economics (Ref: ECON-0427)

Following your recent application for the above post, I am pleased to invite you to attend for interview at the University of Northmoor on Monday 24 May 2027.

Interviews will take place in the Keynes Building, Room 2.14. Please bring your passport. Please confirm your attendance by Friday 14 May.

Yours sincerely

Judith Harland
HR Adviser
University of Northmoor""",
        "proposed",
        {
            "recipient": "Judith Harland",
            "company": "University of Northmoor",
            "role": "Lecturer in Economics",
            "interview_when": "Monday, 24 May 2027",
            "reference": "ECON-0427",
        },
    ),
    "a small firm's": (
        """Hello Amara
We have read your application for the position "Head Chef" at The Copper Ladle and want to invite you to a trial shift and interview.
Date: 14/05/2027
Time: 3pm
Address: 12 Quay Lane, Bristol
Dress code: kitchen whites
See you there!
Bea""",
        "booked or proposed",
        {
            "recipient": "Bea",
            "company": "The Copper Ladle",
            "role": "Head Chef",
            "interview_when": "Friday, 14 May 2027 at 3 pm",
            "sender": "Amara",
            "place": "12 Quay Lane, Bristol",
        },
    ),
    "cancelled by them": (
        """Dear Ms Okafor,

I am sorry to tell you that we have to cancel your interview for the Museum Registrar post on Thursday 13 May 2027 at 11 am, as the position has been withdrawn.

Yours sincerely,
Helena Brandt
Harrow Museum""",
        "cancelled",
        {
            "recipient": "Helena Brandt",
            "company": "Harrow Museum",
            "role": "Museum Registrar",
            "interview_when": f"{DAY} at 11 am",
        },
    ),
    "to be moved, with two new days": (
        """Hi Leila,
Unfortunately we need to reschedule your interview on 13 May at 10:00. Could you do Monday 17 May at 9:30 or Tuesday 18 May at 14:00 instead?
Thanks,
Petra""",
        "moved",
        {
            "recipient": "Petra",
            "slots": ["Monday, 17 May 2027 at 9:30 am", "Tuesday, 18 May 2027 at 2 pm"],
            "sender": "Leila",
        },
    ),
    "German, with days to choose from": (
        """Sehr geehrter Herr Demir,
wir möchten Sie gern persönlich kennenlernen. Für das Gespräch zur Stelle als Werkstudent IT (m/w/d) stehen folgende Termine zur Auswahl:
- Di., 18.05., 9:00 Uhr
- Mi., 19.05.2027, 10:30 Uhr
Bitte geben Sie uns bis zum 10. Mai Bescheid. Kennziffer: 2027-118
Viele Grüße
Katrin Vogel
Stadtwerke Lindenau GmbH""",
        "proposed",
        {
            "recipient": "Katrin Vogel",
            "company": "Stadtwerke Lindenau GmbH",
            "role": "Werkstudent IT",
            "slots": ["Tuesday, 18 May 2027 at 9 am", "Wednesday, 19 May 2027 at 10:30 am"],
            "reference": "2027-118",
        },
    ),
    "German, at an address": (
        """Sehr geehrte Frau Okafor,
vielen Dank für Ihre Bewerbung als Sachbearbeiterin (m/w/d). Gerne laden wir Sie zu einem Vorstellungsgespräch am Donnerstag, 13. Mai 2027 um 14:30 Uhr in der Lindenstraße 12, 10969 Berlin ein.
Mit freundlichen Grüßen
Jonas Petersen
Personalreferent
Nordlicht Energie GmbH""",
        "booked",
        {
            "recipient": "Jonas Petersen",
            "company": "Nordlicht Energie GmbH",
            "role": "Sachbearbeiterin",
            "interview_when": f"{DAY} at 2:30 pm",
            "place": "Lindenstraße 12, 10969 Berlin",
        },
    ),
    "French": (
        """Bonjour Amara,
Nous vous proposons un entretien le jeudi 13 mai 2027 à 14 h 30 pour le poste de chargée de projet chez Mistral Bois. Réf. : CP-2027/4
Cordialement,
Luc Perrin""",
        "proposed",
        {
            "recipient": "Luc Perrin",
            "company": "Mistral Bois",
            "role": "chargée de projet",
            "interview_when": f"{DAY} at 2:30 pm",
            "sender": "Amara",
            "reference": "CP-2027/4",
        },
    ),
    "Spanish": (
        """Hola Lucía:

Gracias por tu candidatura al puesto de Técnica de Laboratorio en Biofaro S.L. Nos gustaría invitarte a una entrevista el jueves 13 de mayo a las 16:30 h en nuestras oficinas (Calle de Alcalá 45, Madrid).

Un saludo,
Javier Ortega""",
        "booked",
        {
            "recipient": "Javier Ortega",
            "company": "Biofaro S.L.",
            "role": "Técnica de Laboratorio",
            "interview_when": f"{DAY} at 4:30 pm",
            "sender": "Lucía",
            "place": "Calle de Alcalá 45, Madrid",
        },
    ),
    "Japanese": (
        """山田花子様
株式会社みなと製作所の採用担当、佐藤です。
面接の日程が確定しましたのでご案内いたします。
日時:2027年5月13日(木)14時30分
場所:オンライン(Zoom)
職種:経理担当""",
        "booked",
        {
            "company": "株式会社みなと製作所",
            "role": "経理担当",
            "interview_when": f"{DAY} at 2:30 pm",
            "sender": "山田花子",
            "place": "オンライン(Zoom)",
        },
    ),
    "forwarded to oneself": (
        """FYI

---------- Forwarded message ---------
From: Dana Whitfield <dana@harbourline.example>
Date: Mon, 3 May 2027 at 09:12
Subject: Interview: Data Analyst, Harbourline
To: Amara Okafor <amara@example.org>

Dear Amara,
we would like to invite you to an interview for the Data Analyst role on Thursday, 13 May at 14:30.
Kind regards
Dana Whitfield""",
        "booked",
        {
            "recipient": "Dana Whitfield",
            "recipient_email": "dana@harbourline.example",
            "company": "Harbourline",
            "role": "Data Analyst",
            "interview_when": f"{DAY} at 2:30 pm",
            "sender": "Amara Okafor",
            "sender_contact": "amara@example.org",
        },
    ),
}


@pytest.mark.parametrize(("text", "does", "expected"), LETTERS.values(), ids=LETTERS)
def test_an_invitation_says_what_it_says_and_no_more(text, does, expected):
    found, said = read(text)

    assert found == expected
    assert said in does.split(" or ")


NOTHING = {
    "newsletter": "This week's newsletter: 5 tips for your next interview. Join our webinar on Thursday 13 May 2027 at 2:30 pm. Unsubscribe.",
    "alert": "New jobs for you: Data Analyst at Harbourline, posted 3 May 2027. Apply now. Interview tips inside.",
    "rejection": "Dear Amara,\nThank you for interviewing for the Data Analyst role at Harbourline on 13 May 2027. Unfortunately, we have decided to move forward with other candidates.\nKind regards, Dana",
    "German rejection": "Sehr geehrte Frau Okafor, leider müssen wir Ihnen mitteilen, dass wir uns für einen anderen Bewerber entschieden haben. Vielen Dank für das Gespräch am 13. Mai 2027.",
    "French rejection": "Bonjour, malheureusement nous n'avons pas retenu votre candidature après notre entretien du 13 mai 2027. Nous confirmons votre effacement.",
    "receipt": "Your receipt from Kitewell. Total paid: £12.40 on 13 May 2027 at 14:30. Order ref: 44-1827.",
    "dinner": "Hi Amara, dinner on Thursday 13 May 2027 at 7:30 pm at Luigi's? Let me know if that works! Ines",
    "receipt of an application": "Thank you for your application for the Data Analyst role. We have received it and will write again by 13 May 2027.",
    "parcel": "Your parcel will come on Thursday 13 May 2027 between 10:00 and 12:00. Track: ref 1827371.",
    "dentist": "Your dentist appointment is confirmed for Thursday 13 May 2027 at 2:30 pm. Reply to reschedule.",
    "book": "Read our interview with the author Ngozi Bello, published 13 May 2027. Confirm your subscription.",
    "podcast": "Podcast: the interview with Dana Whitfield, Thursday 13 May 2027 at 2:30 pm. Book tickets.",
    "school": "The parents' meeting is scheduled for 13 May 2027 at 14:30. Please confirm.",
    "open day": "You're invited to our open day on 13 May 2027 at 10 am. Meet the team and talk about job opportunities.",
    "test": "Complete your application for the Data Analyst role: schedule your coding test by 13 May 2027.",
    "boiler": "Bonjour, votre facture du 13 mai 2027 est disponible. Entretien de votre chaudière le 20 mai 2027 à 14h30 confirmé.",
    "rejection of somebody interviewed": "Dear Amara, unfortunately the position is no longer open to you: we determined that other candidates fit better. Thank you for your interview on 13 May 2027.",
    "nothing": "",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_is_found_in_what_is_no_invitation(text):
    assert read(text) == ({}, "unclear")
    assert doubts(text.split("\n"), "") == ()


@pytest.mark.parametrize(
    "written",
    [
        "on Thursday, 13 May 2027 at 2:30 pm",
        "on Thursday 13th May at 2.30pm",
        "on May 13, 2027 at 2:30 PM",
        "on Thursday, May 13 from 2:30 to 3:15 pm",
        "at 2:30 pm on Thursday, 13 May 2027",
        "from 2:30 pm to 3:15 pm on 13 May",
        "on 2027-05-13 at 14:30",
        "2027-05-13T14:30",
        "am Donnerstag, den 13. Mai 2027, um 14:30 Uhr",
        "am 13.05.2027 um 14.30 Uhr",
        "am Do., 13.05., 14:30–15:30 Uhr",
        "le jeudi 13 mai 2027 à 14 h 30",
        "le 13/05/2027 à 14h30",
        "el jueves 13 de mayo de 2027 a las 14:30",
        "el 13 de mayo a las 2:30 de la tarde",
        "giovedì 13 maggio 2027 alle ore 14:30",
        "na quinta-feira, 13 de maio de 2027, às 14h30",
        "op donderdag 13 mei 2027 om 14.30 uur",
        "w czwartek 13 maja 2027 r. o godz. 14:30",
        "torsdag den 13 maj 2027 kl. 14.30",
        "2027年5月13日(木)14:30",
        "2027年5月13日（木）14時30分",
        "日時：2027年5月13日 14：30",
        "2027年5月13日午後2時30分",
        "5月13日(星期四)下午2点30分",
        "2027년 5월 13일(목) 오후 2시 30분",
        "13/05/27, 14:30",
    ],
)
def test_days_and_hours_of_many_languages_are_read(written):
    assert days(f"The interview is {written}.") == [f"{DAY} at 2:30 pm"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("13 May at 2:30 pm BST", f"{DAY} at 2:30 pm BST"),
        ("13 May, 14:30 (CEST)", f"{DAY} at 2:30 pm CEST"),
        ("13 May, 10:00 AM Eastern Time", f"{DAY} at 10 am ET"),
        ("13. Mai um 14:30 Uhr MESZ", f"{DAY} at 2:30 pm CEST"),
        ("13 May at 14:30 UTC+2", f"{DAY} at 2:30 pm UTC+2"),
        ("13 May at 10:00 AM EST / 3:00 PM GMT", f"{DAY} at 10 am EST"),
        ("13 May at 14:30 Uhr ist", f"{DAY} at 2:30 pm"),
        ("13 May at 11:30 - 12:15 pm", f"{DAY} at 11:30 am"),
        ("13 May at noon", f"{DAY} at noon"),
        (
            "13 May at 9:00 AM (UTC+00:00) Dublin, Lisbon",
            f"{DAY} at 9 am",
        ),  # Outlook's name of a zone, winter or summer
        ("13 maja 2027 r., godz. 11", f"{DAY} at 11 am"),
        ("13 May at 2", DAY),
        ("13 May at 2:30", DAY),
        ("13 May between 2 pm and 4 pm", DAY),
    ],
)
def test_zones_are_kept_and_hours_are_not_guessed(written, expected):
    assert days(f"Interview: {written}") == [expected]


def test_without_the_mails_date_a_day_has_no_year():
    assert days("Interview on Thursday 13 May at 2:30 pm", dated="") == ["Thursday, 13 May at 2:30 pm"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("13 May at 10 am, 11 am or 2 pm", [f"{DAY} at {hour}" for hour in ("10 am", "11 am", "2 pm")]),
        ("13 or 14 May at 10:30", [DAY, "Friday, 14 May 2027 at 10:30 am"]),
        ("13.05. um 10:00 Uhr, 14.05. um 11:00 Uhr", [f"{DAY} at 10 am", "Friday, 14 May 2027 at 11 am"]),
    ],
)
def test_several_days_are_slots(written, expected):
    found = find(["Which of these suits you for an interview?", f"Interview: {written}"], "", None, dated=SENT)

    assert [(each.name, each.value) for each in found] == [("slot", value) for value in expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please confirm the interview by Friday 7 May 2027.",
        "Bitte bestätigen Sie den Termin bis zum 10. Mai 2027.",
        "Merci de confirmer l'entretien avant le 10 mai 2027.",
        "The closing date for interviews is 20 May 2027.",
        "Interviews will be held 17 - 21 May 2027.",
        "Interviews are from 17 May 2027 to 21 May 2027.",
        "Ihre Bewerbung vom 4. Mai 2027 und das Gespräch interessieren uns.",
        "Our office is closed on 17 May 2027 at 10:00.",
        "The interview took place on 1 May 2027 at 10:00.",
        "Interview of 12 May 2026 at 10:00",
        "The start date would be 1 June 2027.",
        "We meet in version 13.5.27.4 of the call.",
        "Call me for the interview on 06.12.34.56.78",
        "The interview may 2 be or not.",
        "Interview in May 2027",
        "[01/05/2027, 17:42:10] Dana: come to the interview",
        "13/05/2027, 17:42 - Dana: come to the interview",
        "The interview is in room 2.14. Please knock.",
    ],
)
def test_other_days_are_left_alone(sentence):
    assert days(sentence) == []


@pytest.mark.parametrize("written", ["05/06/2027", "05/06/2027 at 14:30", "5-6-2027"])
def test_a_day_that_can_be_two_is_not_guessed_and_that_is_said(written):
    lines = ["We invite you to an interview.", f"Your interview is on {written}."]

    assert not [each for each in find(lines, "", None) if each.name in ("interview_when", "slot")]
    assert "can be 5 June or 6 May" in doubts(lines, "")[0]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Thursday 05/06/2027", "6 May"),
        ("Saturday, 05/06/2027", "5 June"),
        ("Samstag, den 05.06.2027 um 9 Uhr", "5 June"),
    ],
)
def test_a_weekday_or_the_language_tells_the_day_from_the_month(written, expected):
    assert expected in days(f"Your interview: {written}")[0]


def test_a_weekday_that_is_wrong_is_said():
    lines = ["We invite you to an interview on Monday, 13 May 2027 at 2:30 pm."]

    assert not [each for each in find(lines, "", None) if each.name == "interview_when"]
    assert "13 May 2027 is a Thursday, not a Monday" in doubts(lines, "")[0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Your interview on 13 May at 10:00 has been moved to 20 May at 11:00.", "Thursday, 20 May 2027 at 11 am"),
        ("Your interview has been moved from 13 May at 10:00 to 20 May at 11:00.", "Thursday, 20 May 2027 at 11 am"),
        (
            "Ihr Vorstellungsgespräch vom 13. Mai wurde auf den 20. Mai um 11 Uhr verschoben.",
            "Thursday, 20 May 2027 at 11 am",
        ),
        (
            "New time for your interview: 20 May at 11:00 (previously 13 May at 10:00)",
            "Thursday, 20 May 2027 at 11 am",
        ),
    ],
)
def test_of_an_interview_that_moved_the_new_day_counts(sentence, expected):
    assert days(sentence) == [expected]
    assert status([sentence, "We invite you."], "") == "moved"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thank you for applying for the position of Data Analyst at Harbourline.", "Data Analyst"),
        ("We would like to talk about the Head of People role with you.", "Head of People"),
        ("Interview for the post of Senior Lecturer in Law, Level 9", "Senior Lecturer"),
        ("You applied for our Junior Data Engineer (m/f/d) position.", "Junior Data Engineer"),
        ("Role: Nurse, paediatrics", "Nurse, paediatrics"),
        ("Bewerbung als Kaufmännische Leiterin (m/w/d)", "Kaufmännische Leiterin"),
        ("die Stelle als Referentin für Recht", "Referentin"),
        ("le poste de Cheffe de projet (H/F)", "Cheffe de projet"),
        ("el puesto de Enfermera en Salud Norte", "Enfermera"),
        ("la posizione di Contabile presso Sole", "Contabile"),
        ("de functie van Docent Engels bij Lindewaard", "Docent Engels"),
        ("na stanowisko Księgowa w firmie Modrzew", "Księgowa"),
        ("tjänsten som Lärare hos Björk", "Lärare"),
        ("「経理担当」の面接", "経理担当"),
        ("We want to discuss the role with you.", None),
        ("You are the right person for the job.", None),
        ("Please bring your passport to the interview for the first time.", None),
        ("The position is open.", None),
        ("for a quick interview on Thursday", None),
    ],
)
def test_the_job_is_what_the_words_call_it(sentence, expected):
    assert one("role", sentence) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Interview for Data Analyst at Harbourline", "Data Analyst"),
        ("Interview invitation – Product Designer", "Product Designer"),
        ("Einladung zum Vorstellungsgespräch: Projektleiter (m/w/d)", "Projektleiter"),
        ("Interview – Harbourline", None),
        ("Interview for Amara Okafor", None),
        ("Interview on Thursday", None),
    ],
)
def test_a_subject_names_a_job_only_if_it_is_one(subject, expected):
    assert one("role", "Dear Amara,", subject=subject) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thank you for your application to Harbourline Shipping.", "Harbourline Shipping"),
        ("the Data Analyst role at Bell & Sons.", "Bell & Sons"),
        ("Company: Harbourline", "Harbourline"),
        ("Sie haben sich bei der Nordlicht Energie GmbH beworben.", "Nordlicht Energie GmbH"),
        ("la aspettiamo presso Cartiera del Lago S.r.l.", "Cartiera del Lago S.r.l."),
        ("My client, Pemberton Ceramics, would like to see you.", "Pemberton Ceramics"),
        ("im Gespräch bei Fragen und bei Interesse", None),
        ("an interview with Dana Whitfield", None),
        ("an interview at Level 3", None),
        ("a call on Microsoft Teams at Google Meet", None),
        ("an interview at Mill House, 12 Quay Street", None),
    ],
)
def test_the_company_is_named_in_words(sentence, expected):
    assert one("company", sentence) == expected


@pytest.mark.parametrize(
    ("address", "sentence", "expected", "certainty"),
    [
        ("dana@harbourline.example", "Hello", None, ""),
        ("dana@mail.harbourline.co.uk", "Hello, this is Harbourline.", "Harbourline", "likely"),
        ("dana@harbourline.example", "Harbourline Shipping makes boats.", "Harbourline Shipping", "likely"),
        ("dana@harbour-line.example", "You will like it here with Harbour Line, we hope.", "Harbour Line", "sure"),
        ("dana@harbourline.example", "Harbourline makes boats.", "Harbourline", "likely"),
        *[
            (f"dana@{host}", "Hello", None, "")
            for host in (
                "gmail.com",
                "gmx.de",
                "web.de",
                "yahoo.co.uk",
                "qq.com",
                "us.greenhouse-mail.io",
                "hire.lever.co",
            )
        ],
        *[
            (f"dana@{host}", "Hello", None, "")
            for host in ("myworkday.com", "calendly.com", "indeedemail.com", "linkedin.com", "zoom.us", "google.com")
        ],
    ],
)
def test_an_address_names_the_company_only_if_it_is_its_own(address, sentence, expected, certainty):
    found = find(["We invite you to an interview.", sentence], "", Person(name="Dana Whitfield", address=address))
    company = next((each for each in found if each.name == "company"), None)

    assert (company and company.value, company.certainty if company else "") == (expected, certainty)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dana Whitfield", "Dana Whitfield"),
        ("Dana Whitfield (Harbourline)", "Dana Whitfield"),
        ("Dana Whitfield via Lever", "Dana Whitfield"),
        ("Dr. Ngozi van der Berg", "Ngozi van der Berg"),
        ("佐藤健", "佐藤健"),
        ("Harbourline Careers", None),
        ("Talent Team", None),
        ("no-reply", None),
        ("Whitfield, Dana", None),
    ],
)
def test_who_invites_is_a_person(name, expected):
    assert one("recipient", "Hello", sender=Person(name=name, address="x@mill.example")) == expected


@pytest.mark.parametrize(
    ("greeting", "expected"),
    [
        ("Dear Amara,", "Amara"),
        ("Dear Ms Amara Okafor:", "Amara Okafor"),
        ("Hi Jean-Pierre!", "Jean-Pierre"),
        ("Hi Callum Reid,", "Callum Reid"),
        ("Bonjour Madame,", None),
        ("Liebe Zoë,", "Zoë"),
        ("Bonjour Aïcha,", "Aïcha"),
        ("Estimado Íñigo:", "Íñigo"),
        ("Szanowna Pani Anno Lis,", "Anno Lis"),
        ("Hej Åsa!", "Åsa"),
        ("Dear Ms Okafor,", None),
        ("Sehr geehrte Damen und Herren,", None),
        ("Dear candidate,", None),
        ("Dear Candidate,", None),
        ("Dear Hiring Team,", None),
        ("Hi there,", None),
        ("Hello again,", None),
    ],
)
def test_the_reader_is_who_is_greeted(greeting, expected):
    found = find([greeting, "We invite you to an interview."], "", None)

    assert next((each.value for each in found if each.name == "sender"), None) == expected


@pytest.mark.parametrize(
    "address",
    ["no-reply@mill.example", "noreply@mill.example", "jobs-donotreply@mill.example", "notifications@mill.example"],
)
def test_nobody_is_told_to_write_where_nobody_reads(address):
    assert one("recipient_email", "Hello", sender=Person(name="Mill", address=address)) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ref: DA-2027-14", "DA-2027-14"),
        ("Job ID: 448213", "448213"),
        ("(Req #4471)", "4471"),
        ("Requisition ID R-104552", "R-104552"),
        ("Kennziffer 2027/118.", "2027/118"),
        ("Réf. : CP-2027-4", "CP-2027-4"),
        ("Vacancy reference number: HM/12", "HM/12"),
        ("求人番号:A-1182", "A-1182"),
        ("Meeting ID: 812 3456 7890", None),
        ("Order ref: 44-1827", None),
        ("Your ref: 44-1827", None),
        ("We refer to 12 people.", None),
        ("Reference: see above", None),
        ("Two references: 3 pages", None),
    ],
)
def test_a_reference_has_its_label_and_a_digit(sentence, expected):
    assert one("reference", sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The interview will be held on Microsoft Teams.", "Microsoft Teams"),
        ("We will meet by phone.", "by phone"),
        ("It is a video call via Zoom, please join early.", "video call via Zoom"),
        ("Location: Harbour House, 12 Mill Street, Hull", "Harbour House, 12 Mill Street, Hull"),
        ("The interview is at 12 Mill Street, Hull HU1 2AB on the third floor.", "12 Mill Street, Hull HU1 2AB"),
        ("Das Gespräch findet in der Lindenstraße 12, 10969 Berlin statt.", "Lindenstraße 12, 10969 Berlin"),
        ("L'entretien aura lieu au 14 rue des Lilas, Lyon.", "14 rue des Lilas, Lyon"),
        ("Location: https://teams.example/l/meetup", None),
        ("If you have questions about the interview, reach me by phone.", None),
        ("Our team uses Slack and Zoom.", None),
    ],
)
def test_the_place_is_an_address_or_what_it_is_held_over(sentence, expected):
    assert one("place", sentence) == expected


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("proposed", "Please let us know your availability for an interview next week."),
        ("proposed", "Would Thursday 13 May at 2:30 pm suit you for an interview?"),
        ("proposed", "Welcher Termin für das Vorstellungsgespräch passt Ihnen?"),
        ("proposed", "Quelles sont vos disponibilités pour un entretien ?"),
        ("proposed", "面接のご都合の良い日程をお知らせください。"),
        ("proposed", "Please confirm whether you can come to the interview on 13 May 2027 at 10 am."),
        ("booked", "Your interview is confirmed for 13 May 2027 at 10 am."),
        ("booked", "We look forward to meeting you on 13 May for your interview."),
        ("booked", "Hiermit bestätigen wir Ihr Vorstellungsgespräch."),
        ("booked", "Su entrevista está confirmada."),
        ("booked", "We invite you to an interview on 13 May 2027 at 10 am."),
        ("booked", "Your interview is scheduled. If you need to cancel or reschedule, use this link."),
        ("moved", "We have had to move your interview; the new time is 3 pm."),
        ("moved", "Ihr Vorstellungsgespräch wurde verschoben."),
        ("moved", "L'entretien a été reporté."),
        ("cancelled", "Your interview has been cancelled."),
        ("cancelled", "Leider müssen wir das Vorstellungsgespräch absagen."),
        ("cancelled", "Unfortunately your interview was cancelled as the position has been filled."),
        ("cancelled", "L'entretien est annulé."),
        ("cancelled", "Je sollicitatiegesprek is geannuleerd."),
        ("unclear", "We would like to invite you to an interview and will be in touch."),
    ],
)
def test_the_status_is_what_the_letter_does(expected, sentence):
    assert status([sentence], "") == expected


def test_a_subject_can_say_that_it_is_cancelled():
    assert status(["The interview cannot be held."], "Cancelled: Interview for the editor role") == "cancelled"


@pytest.mark.parametrize(
    ("lines", "sender", "expected"),
    [
        (["Our client is hiring.", "Regards", "Gareth Lloyd", "Brightsearch Ltd"], None, "Brightsearch Ltd"),
        (
            ["Regards", "Gareth Lloyd", "Bright Recruitment"],
            Person(name="Gareth Lloyd", address="g@brightrecruitment.example"),
            "Bright Recruitment",
        ),
        (["Our clients love our boats.", "Regards", "Dana", "Harbourline Ltd"], None, None),
        (["Hello"], Person(name="Harbourline Recruiting Team", address="jobs@harbourline.example"), None),
    ],
)
def test_an_agency_writes_for_somebody_else(lines, sender, expected):
    found = agency(lines, sender)

    assert (found and found.value) == expected


def test_a_program_that_writes_for_an_employer_is_nobody_who_invites():
    sender = Person(name="Saltmarsh Bakery", address="no-reply@indeed.com")
    found = find(["Saltmarsh Bakery invites you to an interview.", "Job: night baker"], "", sender)

    assert {each.name: each.value for each in found} == {"company": "Saltmarsh Bakery", "role": "night baker"}


def test_without_a_closing_the_senders_name_begins_the_signature():
    sender = Person(name="Rosalind Achterberg", address="rosalind@paperwren.example")
    lines = ["We would like to invite you to an interview.", "Rosalind Achterberg", "Paperwren"]
    found = {each.name: each for each in find(lines, "", sender)}

    assert found["recipient"].certainty == "sure"
    assert found["company"].quote == "Paperwren"


def test_a_careers_office_writes_for_the_employer():
    sender = Person(name="Careers Service", address="careers@westmere-university.example")
    lines = [
        "We have booked you an interview with Hartwell Actuaries.",
        "Regards",
        "Oonagh Feeney",
        "Westmere University",
    ]

    assert [(each.value, each.certainty) for each in find(lines, "", sender) if each.name == "company"] == [
        ("Hartwell Actuaries", "likely")
    ]


def test_an_agency_is_not_taken_for_the_employer():
    lines = ["Our client would like to invite you to an interview.", "Regards", "Gareth Lloyd", "Brightsearch Ltd"]

    assert "company" not in {each.name for each in find(lines, "", None)}


PHRASES = st.sampled_from(
    [
        "Dear Amara,",
        "We invite you to an interview",
        "for the position of Data Analyst at Harbourline GmbH",
        "on 13 May 2027 at 2:30 pm",
        "05/06/2027",
        "am 13.05.2027 um 14 Uhr",
        "5月13日(木)午後2時",
        "or 14 May, 10-11 am CET",
        "has been moved to",
        "cancelled",
        "Kind regards",
        "Dana Whitfield | Recruiter | Mill Ltd",
        "Ref: A-1",
        "via Microsoft Teams",
        "Location: 12 Mill Street",
        "our client,",
        "Unfortunately",
        "31.02.2027",
        "99:99 pm",
        "\n",
        " ",
        ", ",
    ]
)
TEXTS = st.lists(PHRASES | st.text(max_size=8), max_size=25).map(" ".join)
PEOPLE = st.none() | st.builds(
    Person,
    name=st.text(max_size=12) | st.just("Dana Whitfield"),
    address=st.just("dana@harbourline.example") | st.text(max_size=12),
)


@given(TEXTS, st.text(max_size=20) | PHRASES, PEOPLE, st.sampled_from(["", SENT, "32 Foo"]))
def test_whatever_is_found_stands_there(text, subject, sender, dated):
    lines = ["We invite you to an interview.", *text.split("\n")]
    shown = {*lines, subject} | (
        {f"{sender.name} <{sender.address}>", sender.name, sender.address} if sender else set()
    )

    for each in find(lines, subject, sender, dated=dated):
        assert each.name in FACTS
        assert each.certainty in CERTAINTIES
        assert each.quote in shown
        if each.name in ("interview_when", "slot"):
            assert read_datetime(each.value, None).day
        else:
            assert each.value.strip()
            assert each.value in each.quote
    assert status(lines, subject) in STATUSES
    assert all(doubts(lines, subject, dated=dated))


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    letter = parse_text(text)

    assert isinstance(find(letter.text, letter.subject, letter.sender), tuple)


@pytest.mark.parametrize(
    "line", ["13 May 2027 " * 90_000, "Ab " * 300_000, "interview invite " * 60_000, "x" * 1_000_000]
)
def test_a_line_without_end_is_left_unread(line):
    assert find(["We invite you to an interview.", line], "", None) == ()
