-- People who belong to no organisation: held, or gone. Brokers look after what they leave.
create index people_of_nowhere on people (id) where organisation is null;
